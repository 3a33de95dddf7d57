import { LitElement, html, nothing, svg } from "lit";
import { signed, two } from "../format.js";
import { spread, ticksOf } from "./labels.js";

const WIDTH = 424;
const LEFT = 34;
const RIGHT = 286;
/** The band of stances above, from -1 to +1; then polarization, and who follows whom, from 0 to 1. */
const BAND = { top: 12, bottom: 92 };
const POLES = { top: 118, bottom: 162 };
const STEPS = { top: 188, bottom: 232 };

const stanceY = (stance) => BAND.top + ((1 - stance) / 2) * (BAND.bottom - BAND.top);
const within = ({ top, bottom }) => (value) => bottom - value * (bottom - top);
const polesY = within(POLES);
const stepsY = within(STEPS);

/** @param {number|null} value */
const known = (value) => (value === null ? "–" : two(value));

/**
 * How a panel moves as a whole: the band its stances span with their mean, how polarized they are,
 * and how many moved towards the others or to the other side.
 */
class Course extends LitElement {
  static properties = {
    points: { attribute: false },
    spot: { state: true },
  };

  constructor() {
    super();
    /** @type {import("../movement.js").Point[]} */
    this.points = [];
    /** @type {number|null} which point the caption tells of; else the last */
    this.spot = null;
  }

  createRenderRoot() {
    return this;
  }

  render() {
    const { points } = this;
    const last = points.at(-1);
    if (!last) return html``;
    const rounds = Math.max(1, last.round);
    const x = (round) => LEFT + 4 + (round / rounds) * (RIGHT - LEFT - 8);
    const band = `${path(points, x, (point) => stanceY(point.high))} ${points.toReversed().map((point) => `L${x(point.round).toFixed(1)} ${stanceY(point.low).toFixed(1)}`).join(" ")} Z`;
    const told = points[Math.min(this.spot ?? points.length - 1, points.length - 1)];
    const stepped = points.some((point) => point.flips !== null);
    return html`<svg class="course" viewBox="0 0 ${WIDTH} ${stepped ? 254 : 184}" tabindex="0" role="img" aria-label="By round. ${points.map(said).join("; ")}"
        @pointermove=${(event) => this.#point(event, x)} @pointerleave=${() => (this.spot = null)} @blur=${() => (this.spot = null)}
        @keydown=${(event) => this.#step(event)}>
        ${[1, 0, -1].map((value) => svg`<line class=${value ? "grid" : "zero"} x1=${LEFT} x2=${RIGHT} y1=${stanceY(value)} y2=${stanceY(value)}></line>
          <text x="26" y=${stanceY(value) + 4} text-anchor="end">${value > 0 ? "+1" : value < 0 ? "−1" : "0"}</text>`)}
        ${shares(polesY)}
        <path class="band" d=${band}></path>
        <line class="at" x1=${x(told.round)} x2=${x(told.round)} y1=${BAND.top - 6} y2=${stepped ? STEPS.bottom : POLES.bottom}></line>
        <path class="mean" d=${path(points, x, (point) => stanceY(point.mean))}></path>
        <path class="poles" d=${path(points, x, (point) => polesY(point.polarization))}></path>
        <circle class="mean-dot" cx=${x(told.round)} cy=${stanceY(told.mean)} r="4"></circle>
        <circle class="poles-dot" cx=${x(told.round)} cy=${polesY(told.polarization)} r="4"></circle>
        <text class="name" x=${RIGHT + 12} y=${stanceY(last.mean) + 4}>mean ${signed(last.mean)}</text>
        <text class="name" x=${RIGHT + 12} y=${polesY(last.polarization) + 4}>polarization ${two(last.polarization)}</text>
        ${stepped ? this.#steps(points, x, told) : nothing}
        <text x=${x(0)} y=${stepped ? 250 : 180} text-anchor="middle">card</text>
        ${ticksOf(rounds).map((tick) => svg`<text x=${x(tick)} y=${stepped ? 250 : 180} text-anchor="middle">${tick}</text>`)}
      </svg>
      <p class="caption" aria-live=${this.spot === null ? "off" : "polite"}><b>${told.round ? `After round ${told.round}` : "As the cards have it"}</b>: polarization ${two(told.polarization)}; mean ${signed(told.mean)};
        spread ${two(told.high - told.low)}, from ${signed(told.low)} to ${signed(told.high)}, in ${told.clusters === 1 ? "one camp" : `${told.clusters} camps`}.
        ${told.flips === null ? nothing : told.conformity === null ? "Nobody moved." : `Of the moves ${two(told.conformity)} went towards the others; ${two(told.flips)} of the panel changed sides.`}</p>`;
  }

  /** From the second round on; where nobody moved, nobody moved towards the others. */
  #steps(points, x, told) {
    const stepped = points.filter((point) => point.flips !== null);
    const moved = stepped.filter((point) => point.conformity !== null);
    const ends = [moved.at(-1)?.conformity ?? null, stepped.at(-1)?.flips ?? null];
    const heights = spread(ends.map((value) => stepsY(value ?? 0)), STEPS.top, STEPS.bottom);
    return svg`${shares(stepsY)}
      <path class="joined" d=${path(moved, x, (point) => stepsY(point.conformity))}></path>
      <path class="flipped" d=${path(stepped, x, (point) => stepsY(point.flips))}></path>
      ${told.conformity === null ? nothing : svg`<circle class="joined-dot" cx=${x(told.round)} cy=${stepsY(told.conformity)} r="4"></circle>`}
      ${told.flips === null ? nothing : svg`<circle class="flipped-dot" cx=${x(told.round)} cy=${stepsY(told.flips)} r="4"></circle>`}
      ${ends[0] === null ? nothing : svg`<text class="name" x=${RIGHT + 12} y=${heights[0] + 4}>to the others ${known(ends[0])}</text>`}
      <text class="name" x=${RIGHT + 12} y=${heights[1] + 4}>changed sides ${known(ends[1])}</text>`;
  }

  #point(event, x) {
    const box = event.currentTarget.getBoundingClientRect();
    const pointed = ((event.clientX - box.left) / box.width) * WIDTH;
    const far = (point) => Math.abs(x(point.round) - pointed);
    this.spot = this.points.reduce((best, point, index) => (far(point) < far(this.points[best]) ? index : best), 0);
  }

  #step(event) {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!by) return;
    event.preventDefault();
    const last = this.points.length - 1;
    this.spot = Math.max(0, Math.min(last, (this.spot ?? last) + by));
  }
}

const path = (points, x, y) => points.map((point, index) => `${index ? "L" : "M"}${x(point.round).toFixed(1)} ${y(point).toFixed(1)}`).join(" ");

const shares = (y) => [1, 0].map((value) => svg`<line class="grid" x1=${LEFT} x2=${RIGHT} y1=${y(value)} y2=${y(value)}></line>
  <text x="26" y=${y(value) + 4} text-anchor="end">${value}</text>`);

const said = (point) =>
  `${point.round ? `round ${point.round}` : "cards"}: polarization ${two(point.polarization)}, mean ${signed(point.mean)}, spread ${two(point.high - point.low)}` +
  (point.flips === null ? "" : `, towards the others ${known(point.conformity)}, changed sides ${known(point.flips)}`);

customElements.define("lida-course", Course);
