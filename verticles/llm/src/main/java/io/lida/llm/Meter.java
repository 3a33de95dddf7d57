package io.lida.llm;

import io.lida.contract.Llm;
import io.lida.store.Taken;
import io.vertx.core.Future;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Locale;

/**
 * Counts one kind of thing by the minute, in a bucket that all processes of a data folder share.
 * Thread-safe.
 *
 * @param key names the bucket
 * @param perMinute what comes in a minute, and the most that may come at once; above 0
 */
record Meter(Kind kind, String key, int perMinute, Buckets buckets) {
  private static final Logger LOG = System.getLogger(Meter.class.getName());

  /** Where buckets are kept; promises what {@link io.lida.store.TokenBuckets#take} does. */
  interface Buckets {
    Future<Taken> take(String key, double perSecond, double burst, double amount);
  }

  /** What is counted. */
  enum Kind {
    /** Tries. */
    REQUESTS {
      @Override
      double estimate(Llm.Complete call) {
        return 1;
      }

      @Override
      double used(Spoken spoken) {
        return 1;
      }
    },
    /** Tokens, read and written. */
    TOKENS {
      @Override
      double estimate(Llm.Complete call) {
        Llm.Prompt prompt = call.prompt();
        double read = (double) Tokens.estimate(prompt.system()) + Tokens.estimate(prompt.user());
        return read + Math.max(0, call.sampling().maxTokens());
      }

      @Override
      double used(Spoken spoken) {
        return (double) spoken.inputTokens() + spoken.outputTokens();
      }
    };

    /** The name of such a limit in the configuration. */
    String word() {
      return name().toLowerCase(Locale.ROOT) + "_per_minute";
    }

    /** What a call will use: for tokens the longest answer is assumed. */
    abstract double estimate(Llm.Complete call);

    /** What it did use. */
    abstract double used(Spoken spoken);
  }

  /** What to take for a call; one larger than a whole minute takes a whole minute. */
  double share(Llm.Complete call) {
    return Math.min(kind.estimate(call), perMinute);
  }

  /**
   * Takes so much, or nothing; fails with a {@link io.lida.contract.Fault} when the buckets cannot
   * be had. Completes on the caller's context.
   */
  Future<Taken> take(double amount) {
    return Onward.here(change(amount));
  }

  /**
   * Takes what more was used than taken, or gives back what was taken too much, and waits for
   * neither. More than the bucket holds is not taken: of that the provider itself has to complain.
   */
  void correct(double more) {
    if (more != 0) {
      change(Math.clamp(more, -perMinute, perMinute))
          .onFailure(cause -> LOG.log(Level.DEBUG, "not corrected by " + more + ": " + key, cause));
    }
  }

  private Future<Taken> change(double amount) {
    return buckets.take(key, perMinute / 60.0, perMinute, amount);
  }
}
