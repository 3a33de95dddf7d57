package io.lida.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedisBinaryTest {
  @Test
  void aProgramThatIsStillHeldOpenIsWaitedFor(@TempDir Path folder) throws IOException {
    Path program = folder.resolve("redis-server");
    Files.writeString(program, "#!/bin/sh\necho 'Redis server v=7.2.4'\n");
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    FileChannel held = FileChannel.open(program, StandardOpenOption.WRITE);
    Executor soon = CompletableFuture.delayedExecutor(200, TimeUnit.MILLISECONDS);
    CompletableFuture<Void> released = CompletableFuture.runAsync(() -> closed(held), soon);
    RedisBinary found = RedisBinary.find(folder.toString(), folder).orElseThrow();
    released.join();
    assertEquals(new RedisBinary.Version(7, 2, 4), found.version());
  }

  private static void closed(FileChannel channel) {
    try {
      channel.close();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
