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
 * @param cpuNanos user and system time of the process alone
 * @param childNanos of the processes it started, which is Redis
 * @param residentBytes what it occupies now
 * @param peakBytes the most since {@link #forgetPeak}, or since the start
 */
record Vitals(long cpuNanos, long childNanos, long residentBytes, long peakBytes) {
  static Vitals now() {
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return of(system.getProcessCpuTime(), ProcessHandle.current());
  }

  /** Those of another process. */
  static Vitals of(ProcessHandle process) {
    return of(cpu(process), process);
  }

  private static Vitals of(long cpuNanos, ProcessHandle process) {
    long children = process.descendants().mapToLong(Vitals::cpu).sum();
    Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
    return new Vitals(cpuNanos, children, status(status, "VmRSS:"), status(status, "VmHWM:"));
  }

  private static long cpu(ProcessHandle process) {
    return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos();
  }

  /** Lets the peak begin anew, where the system can. */
  static void forgetPeak() {
    forgetPeak("self");
  }

  /** As {@link #forgetPeak()}, of the process with this id. */
  static void forgetPeak(String process) {
    try {
      Files.writeString(Path.of("/proc", process, "clear_refs"), "5");
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

  private static long status(Path file, String name) {
    try {
      for (String line : Files.readAllLines(file)) {
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
