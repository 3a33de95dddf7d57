package io.lida.proof.faults;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The Chromium of this machine, with a profile of its own, a page at a time. */
final class Browser {
  private final Path program;
  private final Path folder;
  private int pages;

  private Browser(Path program, Path folder) {
    this.program = program;
    this.folder = folder;
  }

  /** The browser on the path, if there is one. */
  static Optional<Browser> find(Path folder) {
    return Stream.of("chromium", "chromium-browser", "google-chrome")
        .flatMap(
            name ->
                Stream.of(System.getenv("PATH").split(File.pathSeparator))
                    .map(part -> Path.of(part, name)))
        .filter(Files::isExecutable)
        .findFirst()
        .map(program -> new Browser(program, folder));
  }

  /** What a page came to, and what its console said. */
  record Page(String dom, String console) {}

  /** Opens a page, lets it work for some seconds, and closes it. */
  Page open(String url, int seconds) throws IOException, InterruptedException {
    pages++;
    Path dom = folder.resolve("page-" + pages + ".html");
    Path console = folder.resolve("page-" + pages + ".log");
    Process process =
        new ProcessBuilder(
                program.toString(),
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--no-first-run",
                "--user-data-dir=" + folder.resolve("profile"),
                "--enable-logging=stderr",
                "--timeout=" + seconds * 1_000,
                "--window-size=1440,2000",
                "--dump-dom",
                url)
            .redirectOutput(dom.toFile())
            .redirectError(console.toFile())
            .start();
    if (!process.waitFor(seconds + 30L, TimeUnit.SECONDS)) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly().onExit().join();
      throw new IOException("the browser did not come to an end with " + url);
    }
    return new Page(Files.readString(dom), Files.readString(console));
  }
}
