package io.lida.gateway;

import io.lida.contract.Access.Scope;

/** What a caller must be allowed, to be answered. */
enum Need {
  /** Nothing: anybody may ask. */
  OPEN,
  /** To look. */
  READ,
  /** To start and steer runs. */
  RUN,
  /** To say who may do so. */
  ADMIN;

  /** Whether this caller may. */
  boolean metBy(Caller caller) {
    return switch (this) {
      case OPEN -> true;
      case READ -> caller.may(Scope.READ) || caller.may(Scope.RUN);
      case RUN -> caller.may(Scope.RUN);
      case ADMIN -> caller.may(Scope.ADMIN);
    };
  }
}
