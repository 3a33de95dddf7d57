package io.lida.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class FaultTest {
  @Test
  void aFaultCrossesTheBusInItsFourParts() {
    Fault fault = new Fault(FaultCode.INVALID_CARD, "too old", "it is from 1789", "write anew");
    Fault arrived = Wire.fault(fault.code(), Wire.text(fault));
    assertEquals(
        "INVALID_CARD too old | it is from 1789 | write anew",
        arrived.code() + " " + arrived.title() + " | " + arrived.detail() + " | " + arrived.fix());
  }

  @Test
  void aForeignFailureTextBecomesTheTitle() {
    assertEquals("plain words", Wire.fault(FaultCode.UPSTREAM, "plain words").title());
    assertEquals("[1]", Wire.fault(FaultCode.UPSTREAM, "[1]").title());
  }

  @Test
  void anUnforeseenFailureKeepsItsTextAtHome() {
    Fault fault = Fault.of(new IllegalStateException("password is swordfish"));
    assertEquals(FaultCode.INTERNAL, fault.code());
    assertEquals("unforeseen failure (IllegalStateException)", fault.title());
  }

  @Test
  void aWrappedFaultIsFound() {
    Fault fault = new Fault(FaultCode.BUDGET, "spent");
    assertEquals(fault, Fault.of(new CompletionException(fault)));
  }

  @Test
  void secretsInAFaultAreMasked() {
    Fault fault = new Fault(FaultCode.KEY_REFUSED, "key sk-ant-api03-abcdefghijkl refused");
    assertEquals("key *** refused", fault.title());
  }

  @Test
  void everyNumberIsUniqueAndRead() {
    long distinct = Arrays.stream(FaultCode.values()).map(FaultCode::number).distinct().count();
    assertEquals(FaultCode.values().length, distinct);
    for (FaultCode code : FaultCode.values()) {
      assertEquals(code, FaultCode.of(code.number()));
    }
    assertEquals(FaultCode.INTERNAL, FaultCode.of(42));
  }

  @Test
  void aSingleDigitExitCodeIsTheFirstDigitOfTheNumber() {
    for (FaultCode code : FaultCode.values()) {
      if (code.exit() < 9) {
        assertEquals(code.exit(), code.number() / 1000, code.name());
      }
    }
  }
}
