package io.lida.store;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A Redis URL taken apart; {@code path} is the socket of a {@code unix} one. */
record RedisUrl(
    String scheme,
    String host,
    int port,
    String path,
    @Nullable String user,
    @Nullable String password) {
  private static final Pattern QUERY = Pattern.compile("(?:^|&)(user|password)=([^&]*)");

  /** The URL of a server on a socket, in the form that masks know. */
  static String ofSocket(Path socket, String user, String password) {
    try {
      String path = new URI(null, null, socket.toString(), null).getRawPath();
      return "unix://" + user + ":" + password + "@localhost" + path;
    } catch (URISyntaxException impossible) {
      throw new IllegalArgumentException("not a path: " + socket, impossible);
    }
  }

  /**
   * Takes a URL apart.
   *
   * @throws IllegalArgumentException when it is not a Redis URL; the text does not repeat it, for
   *     it may hold a password
   */
  static RedisUrl parse(String url) {
    URI uri;
    try {
      uri = new URI(url);
    } catch (URISyntaxException unreadable) {
      throw new IllegalArgumentException("not a URL: " + unreadable.getReason());
    }
    String scheme = String.valueOf(uri.getScheme());
    boolean socket = scheme.equals("unix");
    if (!socket && !scheme.equals("redis") && !scheme.equals("rediss")) {
      throw new IllegalArgumentException("a Redis URL begins with redis://, rediss:// or unix://");
    }
    if (!socket && uri.getHost() == null) {
      throw new IllegalArgumentException("the Redis URL names no host");
    }
    String user = null;
    String password = null;
    Matcher query = QUERY.matcher(uri.getRawQuery() == null ? "" : uri.getRawQuery());
    while (query.find()) {
      if (query.group(1).equals("user")) {
        user = decoded(query.group(2));
      } else {
        password = decoded(query.group(2));
      }
    }
    String login = uri.getRawUserInfo();
    if (login != null) {
      int colon = login.indexOf(':');
      if (colon != 0) {
        user = decoded(colon < 0 ? login : login.substring(0, colon));
      }
      if (colon >= 0) {
        password = decoded(login.substring(colon + 1));
      }
    }
    return new RedisUrl(
        scheme,
        uri.getHost() == null ? "localhost" : uri.getHost(),
        uri.getPort() < 0 ? 6379 : uri.getPort(),
        uri.getPath() == null ? "/" : uri.getPath(),
        user,
        password);
  }

  /** Where it is, without who may enter. */
  String place() {
    return scheme.equals("unix") ? path : host + ":" + port;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
