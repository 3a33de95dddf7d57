package io.lida.proof.bench;

import io.lida.contract.Wire;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** A process that is measured: reads tasks, one JSON line each, and answers figures. */
interface Worker {
  /** Does a task; the figures are the worker's own, vitals are added to them. */
  Map<String, Double> work(Task task) throws Exception;

  /** Works until standard input ends, then ends the process. */
  static void serve(Worker worker) throws Exception {
    System.out.println("{}");
    BufferedReader tasks =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = tasks.readLine(); line != null; line = tasks.readLine()) {
      Vitals before = Vitals.now();
      long begin = System.nanoTime();
      Map<String, Double> figures = new TreeMap<>(worker.work(Wire.read(line, Task.class)));
      figures.putIfAbsent("seconds", (System.nanoTime() - begin) / 1e9);
      Vitals.now().since(before).forEach(figures::putIfAbsent);
      System.out.println(Wire.text(figures));
    }
  }

  /** Ends this process when the one that started it closes its standard input. */
  static void exitWithTheDriver() {
    try {
      while (System.in.read() >= 0) {
        continue;
      }
    } catch (IOException closed) {
      System.err.println(closed.getMessage());
    }
    Runtime.getRuntime().halt(0);
  }
}
