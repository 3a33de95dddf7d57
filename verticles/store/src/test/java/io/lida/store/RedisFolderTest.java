package io.lida.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedisFolderTest {
  private static final int STARTERS = 8;
  private static final int HOMES = 200;

  @TempDir Path folder;

  @Test
  void processesThatStartTogetherShareTheFolderTheyMake() throws Exception {
    try (ExecutorService starters = Executors.newFixedThreadPool(STARTERS)) {
      for (int home = 0; home < HOMES; home++) {
        RedisOptions options = RedisOptions.defaults(folder.resolve("home" + home));
        CountDownLatch together = new CountDownLatch(STARTERS);
        List<Future<Path>> made =
            IntStream.range(0, STARTERS)
                .mapToObj(starter -> starters.submit(() -> make(options, together)))
                .toList();
        for (Future<Path> log : made) {
          assertEquals(options.home().resolve("redis/redis.log"), log.get());
        }
      }
    }
  }

  private static Path make(RedisOptions options, CountDownLatch together)
      throws InterruptedException {
    together.countDown();
    together.await();
    return RedisFolder.of(options).log();
  }
}
