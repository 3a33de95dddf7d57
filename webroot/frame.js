/**
 * Coalesces: the work is done once in the next animation frame, however often it is asked for.
 * @param {() => void} work
 */
export function framed(work) {
  let due = false;
  return () => {
    if (due) return;
    due = true;
    requestAnimationFrame(() => {
      due = false;
      work();
    });
  };
}
