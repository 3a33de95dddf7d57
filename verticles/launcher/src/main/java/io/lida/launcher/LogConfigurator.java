package io.lida.launcher;

import static java.util.Objects.requireNonNullElse;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeAndTimeBasedRollingPolicy;
import ch.qos.logback.core.spi.ContextAwareBase;
import ch.qos.logback.core.status.NopStatusListener;
import ch.qos.logback.core.util.FileSize;

/**
 * Tells logback what {@link Logs} has decided: one JSON object a line in the data folder, at most
 * 500 MB and 30 days of them, and a server's lines on standard error as well. Where nothing was
 * decided, or {@code logback.configurationFile} is given, it leaves the word to logback's own ways.
 *
 * <p>In Java, because a command that takes a second should not spend a tenth of it on reading XML.
 */
public final class LogConfigurator extends ContextAwareBase implements Configurator {
  static final String FOLDER = "lida.logs";
  static final String FILE = "lida.log.file";
  static final String TERMINAL = "lida.log.terminal";
  static final String LEVEL = "lida.log.level";

  /** For logback, which finds it as a service. */
  public LogConfigurator() {}

  @Override
  public ExecutionStatus configure(LoggerContext context) {
    String folder = System.getProperty(FOLDER);
    if (folder == null || System.getProperty("logback.configurationFile") != null) {
      return ExecutionStatus.INVOKE_NEXT_IF_ANY;
    }
    // A folder that cannot be written is told of by who needs it, not by logback.
    context.getStatusManager().add(new NopStatusListener());
    context.getLogger("io.netty").setLevel(Level.WARN);
    context.getLogger("com.hazelcast").setLevel(Level.WARN);
    Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.toLevel(System.getProperty(LEVEL), Level.INFO));
    root.addAppender(file(folder + "/" + System.getProperty(FILE, "lida")));
    switch (requireNonNullElse(System.getProperty(TERMINAL), "silent")) {
      case "lines" -> root.addAppender(terminal(new MaskedLineEncoder()));
      case "json" -> root.addAppender(terminal(new MaskedJsonEncoder()));
      default -> {} // the terminal belongs to results
    }
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }

  private Appender<ILoggingEvent> file(String path) {
    var appender = new RollingFileAppender<ILoggingEvent>();
    appender.setFile(path + ".jsonl");
    var policy = new SizeAndTimeBasedRollingPolicy<ILoggingEvent>();
    policy.setContext(getContext());
    policy.setParent(appender);
    policy.setFileNamePattern(path + ".%d{yyyy-MM-dd}.%i.jsonl.gz");
    policy.setMaxFileSize(FileSize.valueOf("20MB"));
    policy.setMaxHistory(30);
    policy.setTotalSizeCap(FileSize.valueOf("500MB"));
    policy.start();
    appender.setRollingPolicy(policy);
    return started(appender, new MaskedJsonEncoder());
  }

  private Appender<ILoggingEvent> terminal(Encoder<ILoggingEvent> encoder) {
    var appender = new ConsoleAppender<ILoggingEvent>();
    appender.setTarget("System.err");
    return started(appender, encoder);
  }

  private Appender<ILoggingEvent> started(
      OutputStreamAppender<ILoggingEvent> appender, Encoder<ILoggingEvent> encoder) {
    encoder.setContext(getContext());
    encoder.start();
    appender.setContext(getContext());
    appender.setEncoder(encoder);
    appender.start();
    return appender;
  }
}
