/** Labels at the ends of lines. */

const GAP = 14;

/**
 * Heights in the order of their lines, moved apart until no label covers another.
 * @param {number[]} heights @param {number} top the highest a label may stand @param {number} bottom
 */
export function spread(heights, top, bottom) {
  const order = heights.map((height, index) => ({ height, index })).sort((a, b) => a.height - b.height);
  const gap = Math.min(GAP, (bottom - top) / Math.max(1, order.length - 1));
  let floor = top;
  for (const label of order) {
    label.height = Math.max(label.height, floor);
    floor = label.height + gap;
  }
  let ceiling = bottom;
  for (const label of order.toReversed()) {
    label.height = Math.min(label.height, ceiling);
    ceiling = label.height - gap;
  }
  const placed = [];
  order.forEach((label) => (placed[label.index] = label.height));
  return placed;
}

/** @param {string} name short enough to stand at the end of a line */
export const cut = (name) => (name.length > 13 ? name.slice(0, 12) + "…" : name);

/** Every so many rounds, so that at most eight are named, and the last one always. */
export function ticksOf(rounds) {
  const step = Math.ceil(rounds / 8);
  return Array.from({ length: rounds }, (_, index) => index + 1).filter((tick) => tick % step === 0 || tick === rounds);
}
