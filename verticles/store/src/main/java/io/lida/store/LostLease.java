package io.lida.store;

/**
 * Somebody else owns the run now; nothing was written. Without a stack trace, for it is expected.
 */
public final class LostLease extends RuntimeException {
  LostLease(Lease lease, long epoch) {
    super(
        "run %s belongs to epoch %d, not to epoch %d of %s"
            .formatted(lease.run(), epoch, lease.epoch(), lease.node()),
        null,
        false,
        false);
  }
}
