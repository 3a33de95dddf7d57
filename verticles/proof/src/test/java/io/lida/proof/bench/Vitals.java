package io.lida.proof.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * What this process has used so far.
 *
 * @param cpuNanos user and system time of this process alone
 * @param childNanos of the processes it started, which is Redis
 * @param residentBytes what it occupies now
 * @param peakBytes the most since {@link #forgetPeak}, or since the start
 */
record Vitals(long cpuNanos, long childNanos, long residentBytes, long peakBytes) {
  private static final Path STATUS = Path.of("/proc/self/status");

  static Vitals now() {
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long children =
        ProcessHandle.current()
            .descendants()
            .mapToLong(child -> child.info().totalCpuDuration().orElse(Duration.ZERO).toNanos())
            .sum();
    return new Vitals(system.getProcessCpuTime(), children, status("VmRSS:"), status("VmHWM:"));
  }

  /** Lets the peak begin anew, where the system can. */
  static void forgetPeak() {
    try {
      Files.writeString(Path.of("/proc/self/clear_refs"), "5");
    } catch (IOException elsewhere) {
      System.err.println("the peak counts from the start: " + elsewhere.getMessage());
    }
  }

  Map<String, Double> since(Vitals before) {
    return Map.of(
        "cpu_ms", (cpuNanos - before.cpuNanos) / 1e6,
        "redis_cpu_ms", (childNanos - before.childNanos) / 1e6,
        "rss_before_mb", before.residentBytes / 1048576.0,
        "rss_peak_mb", peakBytes / 1048576.0);
  }

  private static long status(String name) {
    try {
      for (String line : Files.readAllLines(STATUS)) {
        if (line.startsWith(name)) {
          return Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024;
        }
      }
    } catch (IOException elsewhere) {
      return Runtime.getRuntime().totalMemory();
    }
    return 0;
  }
}
