package io.lida.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class StraitTest {
  private static final int SILENCE_MILLIS = 300;

  private ServerSocket echo;
  private Strait strait;

  @BeforeEach
  void anEchoBehindAStrait() throws IOException {
    echo = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::answer);
    strait = Strait.to(echo.getLocalSocketAddress());
  }

  @AfterEach
  void closed() throws IOException {
    strait.close();
    echo.close();
  }

  private void answer() {
    while (!echo.isClosed()) {
      try {
        Socket socket = echo.accept();
        Thread.ofVirtual()
            .start(
                () -> {
                  try (socket) {
                    socket.getInputStream().transferTo(socket.getOutputStream());
                  } catch (IOException gone) {
                    // The test is over.
                  }
                });
      } catch (IOException closed) {
        return;
      }
    }
  }

  private Socket connect() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), strait.port());
    socket.setSoTimeout(SILENCE_MILLIS);
    return socket;
  }

  @Test
  void whatIsSentAcrossACutArrivesWhenItIsMended() throws IOException {
    try (Socket socket = connect()) {
      socket.getOutputStream().write(1);
      assertEquals(1, socket.getInputStream().read());

      strait.cut();
      socket.getOutputStream().write(2);
      assertThrows(SocketTimeoutException.class, () -> socket.getInputStream().read());

      strait.mend();
      assertEquals(2, socket.getInputStream().read());
    }
  }

  @Test
  void aConnectionMadeDuringACutIsSilentUntilItIsMended() throws IOException {
    strait.cut();
    try (Socket socket = connect()) {
      socket.getOutputStream().write(3);
      assertThrows(SocketTimeoutException.class, () -> socket.getInputStream().read());

      strait.mend();
      assertEquals(3, socket.getInputStream().read());
      assertEquals(1, strait.connections());
    }
  }
}
