import { html, svg, nothing } from "lit";
import { signed, two } from "../format.js";
import { tint } from "./avatar.js";

/** Where a stance lies on an axis from -1 to +1, in percent, a dot's width inside its ends. */
const at = (stance) => `${(4 + 46 * (1 + Math.max(-1, Math.min(1, stance)))).toFixed(2)}%`;

/**
 * The stance track: hollow where a speaker was, filled where it is.
 * @param {number} seat @param {number} after @param {number|undefined} before
 */
export function stanceTrack(seat, after, before) {
  const said = before === undefined ? signed(after) : `${signed(before)} → ${signed(after)}`;
  return track(seat, after, before, said, `stance ${said}, from minus 1 against to plus 1 for`);
}

/**
 * The same for how much restraint a move shows, from none at the left to full at the right.
 * @param {number} seat @param {number} after 0 to 1 @param {number|undefined} before @param {string} said the move in words
 */
export const restraintTrack = (seat, after, before, said) =>
  track(seat, 2 * after - 1, before === undefined ? undefined : 2 * before - 1, said, `${said}; restraint ${two(after)}, from 0, none, to 1, full`);

const track = (seat, after, before, said, label) => html`<span class="stance ${tint(seat)}">
  <svg class="track" role="img" aria-label=${label}>
    <line class="axis" x1="4%" x2="96%" y1="8" y2="8"></line>
    <line class="centre" x1="50%" x2="50%" y1="4" y2="12"></line>
    ${before === undefined
      ? nothing
      : svg`<line class="moved" x1=${at(before)} x2=${at(after)} y1="8" y2="8"></line>
          <circle class="before" cx=${at(before)} cy="8" r="3.5"></circle>`}
    <circle class="after" cx=${at(after)} cy="8" r="4.75"></circle>
  </svg>
  <span aria-hidden="true">${said}</span>
</span>`;

/**
 * The round strip: all personas on one line.
 * @param {{seat: number, name: string, stance: number, said?: string}[]} dots `said` where it is no stance
 */
export function roundStrip(dots) {
  const lifted = lift(dots);
  const words = (dot) => `${dot.name} ${dot.said ?? signed(dot.stance)}`;
  const label = dots.map(words).join(", ");
  return html`<svg class="strip" role="img" aria-label=${label || "nobody has spoken yet"}>
    <line class="axis" x1="0" x2="100%" y1="8" y2="8"></line>
    <line class="centre" x1="50%" x2="50%" y1="5" y2="11"></line>
    ${dots.map(
      (dot, index) => svg`<circle class="dot ${tint(dot.seat)}" cx=${at(dot.stance)} cy=${8 + lifted[index]} r="5">
        <title>${words(dot)}</title></circle>`,
    )}
  </svg>`;
}

/** Stances nearer than this would cover each other on a strip. */
const NEAR = 0.03;
const LIFTS = [0, -7, 7, -12, 12];

/** How far each dot is moved off the line, so that every persona is seen. */
function lift(dots) {
  const placed = [];
  return dots.map((dot) => {
    const taken = placed.filter((other) => Math.abs(other.stance - dot.stance) < NEAR).map((other) => other.lift);
    const free = LIFTS.find((one) => !taken.includes(one)) ?? 0;
    placed.push({ stance: dot.stance, lift: free });
    return free;
  });
}
