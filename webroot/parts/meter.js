import { html, svg } from "lit";
import { two } from "../format.js";

/** @param {number} share 0 to 1 */
const percent = (share) => `${(100 * share).toFixed(2)}%`;

/** A bar with a tick where the threshold is; shares from 0 to 1. */
export const tickedBar = (share, threshold) => html`<svg role="img" aria-label="${two(share)} of 1, threshold ${two(threshold)}">
  <rect class="base" x="0" y="6" width="100%" height="10" rx="5"></rect>
  <rect class="fill" x="0" y="6" width=${percent(share)} height="10" rx="5"></rect>
  <rect class="tick" x=${percent(threshold)} y="1" width="2" height="20" transform="translate(-1)"></rect>
  <text x=${percent(threshold)} y="35" text-anchor=${threshold > 0.85 ? "end" : "middle"} aria-hidden="true">
    threshold ${two(threshold)}
  </text>
</svg>`;

/** One row of a bar chart: a share with its words before and its figure after. */
export const bar = (label, choice, share, threshold, figure) => html`<span>${label}</span>
  <svg aria-hidden="true">
    <rect class="base" width="100%" height="10" rx="5"></rect>
    <rect class=${choice} width=${percent(share)} height="10" rx="5"></rect>
    ${threshold === null ? "" : svg`<rect class="tick" x=${percent(threshold)} y="-3" width="1.5" height="16"></rect>`}
  </svg>
  <span class="num">${figure}</span>`;

/** A share with the threshold, and what it is in words under it. */
export const optionBar = (share, threshold, figure) => html`<span class="option-bar"><svg aria-hidden="true">
    <rect class="base" width="100%" height="10" rx="5"></rect>
    <rect class="fill" width=${percent(share)} height="10" rx="5"></rect>
    <rect class="tick" x=${percent(threshold)} y="-3" width="1.5" height="16"></rect>
  </svg><span class="num">${figure}</span></span>`;

/** One row of a bar chart of any figure between low and high, where 0 lies between them. */
export function scaleBar(label, value, low, high, figure) {
  const at = (one) => (one - low) / (high - low);
  return html`<span>${label}</span>
    <svg aria-hidden="true">
      <rect class="base" width="100%" height="10" rx="5"></rect>
      <rect class="fill" x=${percent(at(Math.min(0, value)))} width=${percent(Math.abs(value) / (high - low))} height="10" rx=${low < 0 ? 0 : 5}></rect>
      ${low < 0 ? svg`<rect class="tick" x=${percent(at(0))} y="-3" width="1.5" height="16"></rect>` : ""}
    </svg>
    <span class="num">${figure}</span>`;
}
