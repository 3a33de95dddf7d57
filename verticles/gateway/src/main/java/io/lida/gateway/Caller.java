package io.lida.gateway;

import io.lida.contract.Access.Scope;
import io.lida.contract.Runs;
import java.util.Set;

/**
 * Who asks, as far as we know.
 *
 * @param key the open part of the key that let them in
 * @param tenant whose runs they see
 * @param byCookie whether a browser presented it by itself, so that another site may be behind it
 */
record Caller(String key, String tenant, Set<Scope> scopes, boolean byCookie) {
  Caller {
    scopes = Set.copyOf(scopes);
  }

  boolean may(Scope scope) {
    return scopes.contains(Scope.ADMIN) || scopes.contains(scope);
  }

  /** Whether they run this server, and so may see what concerns all tenants. */
  boolean operator() {
    return scopes.contains(Scope.ADMIN) && tenant.equals(Runs.HOME_TENANT);
  }

  /** The same, recognised by a cookie. */
  Caller cookie() {
    return new Caller(key, tenant, scopes, true);
  }
}
