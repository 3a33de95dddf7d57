package io.lida.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {
  @Test
  void aTakenPortNamesTheProcessThatHasIt() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      int port = taken.getLocalPort();
      Fault fault = assertThrows(Fault.class, () -> Ports.check("127.0.0.1", port, "--port"));
      assertEquals(FaultCode.PORT_TAKEN, fault.code());
      String process = "process " + ProcessHandle.current().pid();
      assertTrue(fault.detail().startsWith(process), fault.detail());
      assertEquals("lida serve --port " + (port + 1), fault.fix());
    }
  }

  @Test
  void aFreePortIsLeftFree() {
    Ports.check("127.0.0.1", 0, "--port");
  }
}
