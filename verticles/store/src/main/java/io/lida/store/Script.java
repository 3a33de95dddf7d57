package io.lida.store;

import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** The Lua scripts, each a file of its name beside this class. Immutable. */
enum Script {
  APPEND,
  ACQUIRE,
  RENEW,
  RELEASE,
  OWNER,
  WANT,
  CLEAR,
  CREATE,
  PUT,
  FIND,
  LIST,
  LEFT,
  REMOVE,
  FORGET,
  TAKE,
  NOTE,
  RECORD,
  OWE,
  OWED,
  HAND,
  JOIN,
  AGENTS,
  STUDY_ENTER,
  STUDY_MOVE,
  STUDY_NOTE,
  STUDY_FIND,
  STUDY_LIST;

  private final String source;
  private final String sha;

  Script() {
    String file = name().toLowerCase(Locale.ROOT) + ".lua";
    try (InputStream lua = Script.class.getResourceAsStream(file)) {
      if (lua == null) {
        throw new IllegalStateException("the script " + file + " is not on the class path");
      }
      byte[] bytes = lua.readAllBytes();
      source = new String(bytes, StandardCharsets.UTF_8);
      sha = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(bytes));
    } catch (IOException | NoSuchAlgorithmException unreadable) {
      throw new IllegalStateException("the script " + file + " cannot be read", unreadable);
    }
  }

  /** The request that makes the server know the script. */
  Request load() {
    return Request.cmd(Command.SCRIPT).arg("LOAD").arg(source);
  }

  /** A call with these keys, to which the arguments are added. */
  Request call(String... keys) {
    return call(List.of(keys));
  }

  /** As {@link #call(String...)}. */
  Request call(List<String> keys) {
    Request request = Request.cmd(Command.EVALSHA).arg(sha).arg(keys.size());
    keys.forEach(request::arg);
    return request;
  }
}
