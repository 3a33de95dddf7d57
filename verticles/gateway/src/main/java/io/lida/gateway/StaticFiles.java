package io.lida.gateway;

import io.lida.contract.Fault;
import io.lida.contract.FaultCode;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The files of the page, from its folder, and of the libraries it uses, from the class path. A file
 * of the folder is read again when it has changed; a library's address holds its version and is
 * good for ever. For one event loop.
 */
final class StaticFiles {
  private static final String LIBRARIES = "META-INF/resources/_static/";
  private static final String FOR_EVER = "public, max-age=31536000, immutable";
  private static final int MOST = 1_000;

  private final Vertx vertx;
  private final Path webroot;
  private final Map<String, Cached> cache =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Cached> eldest) {
          return size() > MOST;
        }
      };

  private record Cached(StaticFile file, Optional<FileTime> changed) {}

  StaticFiles(Vertx vertx, Path webroot) {
    this.vertx = vertx;
    this.webroot = webroot;
  }

  /** Answers with a file of a library: {@code /_static/<library>/<version>/...}. */
  void library(RoutingContext context) {
    String name = context.normalizedPath().substring("/_static/".length());
    Cached known = cache.get(LIBRARIES + name);
    Future<StaticFile> file =
        known != null
            ? Future.succeededFuture(known.file())
            : vertx.executeBlocking(() -> resource(name)).onSuccess(found -> keep(name, found));
    file.onFailure(context::fail).onSuccess(found -> send(context, found, FOR_EVER));
  }

  private void keep(String name, StaticFile file) {
    cache.put(LIBRARIES + name, new Cached(file, Optional.empty()));
  }

  private static StaticFile resource(String name) {
    ClassLoader loader = StaticFiles.class.getClassLoader();
    if (name.isEmpty() || name.endsWith("/") || name.contains("..")) {
      throw absent(name);
    }
    try (InputStream stream = loader.getResourceAsStream(LIBRARIES + name)) {
      if (stream == null) {
        throw absent(name);
      }
      return StaticFile.of(name, stream.readAllBytes());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Answers with a file of the page's folder. */
  void file(RoutingContext context) {
    read(context.normalizedPath().substring(1))
        .onFailure(context::fail)
        .onSuccess(file -> send(context, file, "no-cache"));
  }

  /** A file of the page's folder; NOT_FOUND when there is none. */
  Future<StaticFile> read(String name) {
    Cached before = cache.get(name);
    return vertx
        .executeBlocking(() -> look(name, before))
        .onSuccess(found -> cache.put(name, found))
        .map(Cached::file);
  }

  private Cached look(String name, @Nullable Cached before) {
    try {
      Path root = webroot.toRealPath();
      Path file = root.resolve(name).toRealPath();
      if (!file.startsWith(root) || !Files.isRegularFile(file)) {
        throw absent(name);
      }
      FileTime changed = Files.getLastModifiedTime(file);
      if (before != null && before.changed().filter(changed::equals).isPresent()) {
        return before;
      }
      return new Cached(StaticFile.of(name, Files.readAllBytes(file)), Optional.of(changed));
    } catch (IOException | InvalidPathException missing) {
      throw absent(name);
    }
  }

  private static void send(RoutingContext context, StaticFile file, String caching) {
    var response = context.response();
    response.putHeader("ETag", file.tag()).putHeader("Cache-Control", caching);
    if (file.tag().equals(context.request().getHeader("If-None-Match"))) {
      response.setStatusCode(304).end();
    } else {
      response.putHeader("Content-Type", file.mediaType()).end(file.body());
    }
  }

  private static Fault absent(String name) {
    return new Fault(FaultCode.NOT_FOUND, "there is no /" + name, "", "");
  }
}
