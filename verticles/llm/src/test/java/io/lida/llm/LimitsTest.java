package io.lida.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.lida.contract.Llm;
import io.lida.testkit.BusExtension;
import io.lida.testkit.Node;
import io.lida.testkit.StubProvider;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Limits per minute as the whole room keeps them. */
@ExtendWith(BusExtension.class)
class LimitsTest {
  private static final Llm.Complete CALL = Room.call("local/m", false);

  @TempDir private Path folder;
  private StubProvider stub;
  private SharedRedis redis;

  @BeforeEach
  void aProviderAndARedis() {
    stub = StubProvider.start();
    redis = new SharedRedis(folder);
  }

  @AfterEach
  void end() {
    redis.close();
    stub.close();
  }

  @Test
  void twoRoomsOnOneRedisShareALimit(Node here) throws IOException {
    try (Node there = new Node(Vertx.vertx())) {
      deploy(here, "here", "{\"requests_per_minute\":1}");
      deploy(there, "there", "{\"requests_per_minute\":1}");
      here.ask(Llm.COMPLETE, CALL);
      Fault fault = Room.refused(there, CALL);
      assertEquals(FaultCode.OVERLOADED, fault.code());
      assertEquals("the limit per minute of local/m is used up", fault.title());
      assertEquals(1, stub.calls());
    }
  }

  @Test
  void whatTheProviderCountedIsWhatIsTaken(Node here) throws IOException {
    stub.usage(11, 9);
    deploy(here, "here", "{\"tokens_per_minute\":450}");
    here.ask(Llm.COMPLETE, CALL);
    here.ask(Llm.COMPLETE, CALL);
    assertEquals(2, stub.calls());
    assertEquals(List.of("lida:limit:llm:local/m:keyless:tokens"), redis.keys());
  }

  @Test
  void withoutALimitNothingIsCounted(Node here) throws IOException {
    deploy(here, "here", "{\"initial\":64}");
    here.ask(Llm.COMPLETE, CALL);
    assertEquals(List.of(), redis.keys());
  }

  private void deploy(Node node, String name, String limits) throws IOException {
    Map<String, String> environment = Map.of("LIDA_LOCAL_BASE_URL", stub.url() + "/v1");
    Room.deployLimited(node, folder.resolve(name), environment, limits, redis.buckets());
  }
}
