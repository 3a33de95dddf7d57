package io.lida.gateway;

import io.vertx.core.Future;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.random.RandomGenerator;

/**
 * Sessions of browsers: a sealed cookie that names a key for twelve hours. Nothing is kept here, so
 * a session survives a restart, and ends with its key.
 */
final class Sessions {
  private static final Duration LIFE = Duration.ofHours(12);
  private static final int NONCE = 12;

  private final Keys keys;
  private final Seal seal;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final boolean secure;
  private String cookie = "lida_session";

  Sessions(Keys keys, Seal seal, InstantSource clock, RandomGenerator random, boolean secure) {
    this.keys = keys;
    this.seal = seal;
    this.clock = clock;
    this.random = random;
    this.secure = secure;
  }

  /** Browsers share cookies between the ports of a host; two servers must not. */
  void port(int port) {
    cookie = "lida_session_" + port;
  }

  String cookie() {
    return cookie;
  }

  /** The cookie of a new session. */
  Cookie begin(Caller caller) {
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    long until = clock.instant().plus(LIFE).getEpochSecond();
    String text = caller.key() + " " + until + " " + Base64.getEncoder().encodeToString(nonce);
    return cookie(seal.seal(text), LIFE);
  }

  /** A cookie that ends the browser's session. */
  Cookie end() {
    return cookie("", Duration.ZERO);
  }

  /** Whose session it is; UNAUTHENTICATED when it has ended. */
  Future<Caller> resume(String value) {
    String[] parts = seal.open(value).orElse("").split(" ");
    if (parts.length != 3
        || !clock.instant().isBefore(Instant.ofEpochSecond(Long.parseLong(parts[1])))) {
      return Future.failedFuture(Keys.stranger("the session has ended; lida view opens another"));
    }
    return keys.holder(parts[0]).map(Caller::cookie);
  }

  private Cookie cookie(String value, Duration life) {
    return Cookie.cookie(cookie, value)
        .setPath("/")
        .setHttpOnly(true)
        .setSameSite(CookieSameSite.STRICT)
        .setSecure(secure)
        .setMaxAge(life.toSeconds());
  }
}
