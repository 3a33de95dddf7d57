package io.lida.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lida.testkit.BusExtension;
import io.lida.testkit.Node;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What no client of good will sends, over bare sockets. */
@ExtendWith(BusExtension.class)
class AbuseTest {
  private House house;

  @BeforeEach
  void aHouseOfLittlePatience(Node node, @TempDir Path folder) {
    GatewayOptions.Limits limits =
        new GatewayOptions.Limits(10_000, 10_000, 8, 20, 1 << 20, 1, 60, 15, 30);
    house = House.open(node, House.options(folder).withLimits(limits), InstantSource.system());
  }

  @Test
  void aHeadOfAHundredThousandLinesIs431() throws Exception {
    StringBuilder head = new StringBuilder("GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\n");
    for (int line = 0; line < 100_000; line++) {
      head.append("X-").append(line).append(": y\r\n");
    }
    assertRefused(431, say(head + "\r\n"));
  }

  @Test
  void anAddressOfTenThousandLettersIs414() throws Exception {
    assertRefused(414, say("GET /" + "a".repeat(10_000) + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"));
    assertRefused(
        414,
        say(
            "GET /?a="
                + "a".repeat(4_100)
                + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"));
  }

  @Test
  void aBodyOfOneGibibyteIs413BeforeItIsSent() throws Exception {
    assertRefused(413, say(post("Content-Length: 1073741824") + "{"));
  }

  @Test
  void aBodyWithoutAnEndIs413() throws Exception {
    String chunk = "10000\r\n" + "x".repeat(0x10000) + "\r\n";
    assertRefused(413, say(post("Transfer-Encoding: chunked") + chunk.repeat(20)));
  }

  @Test
  void aBodyThatDripsIs408() throws Exception {
    assertRefused(408, say(post("Content-Length: 100") + "{"));
  }

  @Test
  void aHeadThatDripsIsCutOff() throws Exception {
    assertEquals("", say("GET /health HTTP/1.1\r\nHost: 127.0."));
  }

  @Test
  void whatIsNotHttpIs400() throws Exception {
    assertRefused(400, say("\u0016\u0003\u0001 hello\r\n\r\n"));
  }

  @Test
  void jsonThatIsTooDeepIs400() {
    House.Answer answer =
        house.post("/api/deliberate", "{\"topic\":" + "[".repeat(2_000) + "]".repeat(2_000) + "}");
    assertEquals(400, answer.status());
    assertEquals("LIDA-3000", answer.code());
  }

  @Test
  void aPathThatClimbsFindsNothing() {
    for (String id : new String[] {"..%2f..%2fetc", "a%00b", "%2fetc%2fpasswd", "a".repeat(65)}) {
      House.Answer answer = house.get("/api/v1/runs/" + id);
      assertTrue(answer.status() == 400 || answer.status() == 404, id + " " + answer.status());
    }
  }

  @Test
  void aSecretInAPathIsNotSaidAgain() {
    String planted = "Zq7Planted9Xw0123456789";
    House.Answer answer = house.get("/nowhere/redis%3A%2F%2F%3A" + planted + "%40cache%3A6379");
    assertEquals(404, answer.status());
    assertFalse(answer.json().toString().contains(planted), () -> answer.json().toString());
  }

  @Test
  void theNinthConnectionFromOneAddressIsClosed() throws Exception {
    Socket[] open = new Socket[8];
    for (int each = 0; each < open.length; each++) {
      open[each] = new Socket("127.0.0.1", house.gateway.port());
      open[each].getOutputStream().write(bytes(health()));
      assertTrue(open[each].getInputStream().read() > 0);
    }
    try (Socket ninth = new Socket("127.0.0.1", house.gateway.port())) {
      ninth.setSoTimeout(10_000);
      assertEquals(-1, end(ninth));
    }
    for (Socket each : open) {
      each.close();
    }
    Node.until("room again", this::healthy);
  }

  @Test
  void aSocketThatIsClosedMakesRoom() {
    for (int each = 0; each < 12; each++) {
      Talk talk = Talk.withKey(house, "/ws");
      talk.hangUp();
      Node.until("room again", this::healthy);
    }
    assertEquals(200, house.get("/api/v1/stats").status());
  }

  private boolean healthy() {
    try {
      return house.send(io.vertx.core.http.HttpMethod.GET, "/health", Map.of(), "").status() == 200;
    } catch (RuntimeException closed) {
      return false;
    }
  }

  private static int end(Socket socket) throws IOException {
    try {
      return socket.getInputStream().read();
    } catch (SocketException reset) {
      return -1;
    }
  }

  private String post(String header) {
    return "POST /api/deliberate HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
        + "X-API-Key: "
        + house.key
        + "\r\n"
        + header
        + "\r\n\r\n";
  }

  private static String health() {
    return "GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";
  }

  /** Everything that comes back until the server closes; empty when it says nothing. */
  private String say(String text) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", house.gateway.port())) {
      socket.setSoTimeout(10_000);
      try {
        OutputStream out = socket.getOutputStream();
        out.write(bytes(text));
        out.flush();
      } catch (SocketException closedMeanwhile) {
        // The answer may be there already.
      }
      StringBuilder answer = new StringBuilder();
      InputStream in = socket.getInputStream();
      byte[] buffer = new byte[8_192];
      try {
        for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
          answer.append(new String(buffer, 0, read, StandardCharsets.UTF_8));
        }
      } catch (SocketException reset) {
        return answer.toString();
      }
      return answer.toString();
    }
  }

  private static void assertRefused(int status, String answer) {
    assertTrue(
        answer.startsWith("HTTP/1.1 " + status + " ")
            || answer.startsWith("HTTP/1.0 " + status + " "),
        answer);
    assertTrue(answer.contains("\"schema\":\"lida.error/v1\""), answer);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
