package io.lida.contract;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The keys by which programs and people are let in. A key itself is never kept, only its hash. */
public final class Access {
  private Access() {}

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** Enters a key. */
  public static final Ask<Enter, Entered> ENTER =
      new Ask<>("lida.access.enter", Enter.class, Entered.class, PATIENCE);

  /** Finds a key by its id; NOT_FOUND when it is revoked or has expired. */
  public static final Ask<Find, Entry> FIND =
      new Ask<>("lida.access.find", Find.class, Entry.class, PATIENCE);

  /** Lists keys, oldest first. */
  public static final Ask<Query, Listing> LIST =
      new Ask<>("lida.access.list", Query.class, Listing.class, PATIENCE);

  /** Revokes a key. */
  public static final Ask<Revoke, Revoked> REVOKE =
      new Ask<>("lida.access.revoke", Revoke.class, Revoked.class, PATIENCE);

  /** What a key allows; {@code ADMIN} includes the others. */
  public enum Scope {
    READ,
    RUN,
    ADMIN;

    /** Lower case, as written. */
    @JsonValue
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A key.
   *
   * @param id the open part of the key
   * @param tenant whose runs it sees, and no others
   * @param hash SHA-256 of the whole key, {@code sha256:} and 64 hex digits
   * @param note what it is for
   * @param expires absent for never
   */
  public record Entry(
      String id,
      String tenant,
      Set<Scope> scopes,
      String hash,
      String note,
      Instant created,
      @Nullable Instant expires) {
    public Entry {
      scopes = Set.copyOf(scopes);
    }
  }

  /** Asks for a key to be known from now on. */
  public record Enter(Entry entry) {}

  /** It is known. */
  public record Entered(String id) {}

  /** Asks for the key with this id. */
  public record Find(String id) {}

  /** Asks for the keys of a tenant; absent for all. */
  public record Query(@Nullable String tenant) {}

  /** The keys found. */
  public record Listing(List<Entry> keys) {
    public Listing {
      keys = List.copyOf(keys);
    }
  }

  /** Asks for a key to be of no more use. */
  public record Revoke(String id) {}

  /** The key is of no more use. */
  public record Revoked(String id) {}
}
