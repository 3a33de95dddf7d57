package io.lida.contract;

import java.time.Duration;

/**
 * A question one room may put to another: where, what is asked, what is answered, how long to wait.
 *
 * @param patience the longest wait for an answer; a dead node answers nothing, so this is a bound
 *     on ignorance and never a promise that nothing was done
 */
public record Ask<Q, A>(String address, Class<Q> question, Class<A> answer, Duration patience) {
  /** The same question, waited for as long as this. */
  public Ask<Q, A> within(Duration otherPatience) {
    return new Ask<>(address, question, answer, otherPatience);
  }
}
