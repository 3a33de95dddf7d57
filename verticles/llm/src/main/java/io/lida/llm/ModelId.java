package io.lida.llm;

import io.lida.contract.Fault;
import io.lida.contract.FaultCode;

/** {@code provider/model}; the model may contain further slashes. */
record ModelId(String provider, String model) {
  /**
   * Reads an id.
   *
   * @throws Fault when it is not {@code provider/model}
   */
  static ModelId of(String id) {
    int slash = id.indexOf('/');
    if (slash <= 0 || slash == id.length() - 1) {
      throw new Fault(
          FaultCode.INVALID,
          "\"" + id + "\" is no model",
          "a model is written provider/model",
          "--model sim/default");
    }
    return new ModelId(id.substring(0, slash), id.substring(slash + 1));
  }

  @Override
  public String toString() {
    return provider + "/" + model;
  }
}
