import { LitElement, html, svg } from "lit";
import { signed, two } from "../format.js";

const WIDTH = 424;
const LEFT = 34;
const RIGHT = 296;
/** The band of stances above, from -1 to +1; polarization below, from 0 to 1. */
const BAND = { top: 12, bottom: 92 };
const POLES = { top: 122, bottom: 170 };

const stanceY = (stance) => BAND.top + ((1 - stance) / 2) * (BAND.bottom - BAND.top);
const polesY = (value) => POLES.bottom - value * (POLES.bottom - POLES.top);

/** How a panel moves as a whole: the band its stances span with their mean, and how polarized they are. */
class Course extends LitElement {
  static properties = {
    points: { attribute: false },
    spot: { state: true },
  };

  constructor() {
    super();
    /** @type {{round: number, polarization: number, mean: number, low: number, high: number}[]} */
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
    const path = (y) => points.map((point, index) => `${index ? "L" : "M"}${x(point.round).toFixed(1)} ${y(point).toFixed(1)}`).join(" ");
    const band = `${path((point) => stanceY(point.high))} ${points.toReversed().map((point) => `L${x(point.round).toFixed(1)} ${stanceY(point.low).toFixed(1)}`).join(" ")} Z`;
    const told = points[Math.min(this.spot ?? points.length - 1, points.length - 1)];
    const step = Math.ceil(rounds / 8);
    const ticks = points.map((point) => point.round).filter((round) => round && (round % step === 0 || round === rounds));
    const said = points.map((point) => `${point.round ? `round ${point.round}` : "cards"}: polarization ${two(point.polarization)}, mean ${signed(point.mean)}, spread ${two(point.high - point.low)}`);
    return html`<svg class="course" viewBox="0 0 ${WIDTH} 192" tabindex="0" role="img" aria-label="By round. ${said.join("; ")}"
        @pointermove=${(event) => this.#point(event, x)} @pointerleave=${() => (this.spot = null)} @blur=${() => (this.spot = null)}
        @keydown=${(event) => this.#step(event)}>
        ${[1, 0, -1].map((value) => svg`<line class=${value ? "grid" : "zero"} x1=${LEFT} x2=${RIGHT} y1=${stanceY(value)} y2=${stanceY(value)}></line>
          <text x="26" y=${stanceY(value) + 4} text-anchor="end">${value > 0 ? "+1" : value < 0 ? "−1" : "0"}</text>`)}
        ${[1, 0].map((value) => svg`<line class="grid" x1=${LEFT} x2=${RIGHT} y1=${polesY(value)} y2=${polesY(value)}></line>
          <text x="26" y=${polesY(value) + 4} text-anchor="end">${value}</text>`)}
        <path class="band" d=${band}></path>
        <line class="at" x1=${x(told.round)} x2=${x(told.round)} y1=${BAND.top - 6} y2=${POLES.bottom}></line>
        <path class="mean" d=${path((point) => stanceY(point.mean))}></path>
        <path class="poles" d=${path((point) => polesY(point.polarization))}></path>
        <circle class="mean-dot" cx=${x(told.round)} cy=${stanceY(told.mean)} r="4"></circle>
        <circle class="poles-dot" cx=${x(told.round)} cy=${polesY(told.polarization)} r="4"></circle>
        <text class="name" x=${RIGHT + 12} y=${stanceY(last.mean) + 4}>mean ${signed(last.mean)}</text>
        <text class="name" x=${RIGHT + 12} y=${polesY(last.polarization) + 4}>polarization ${two(last.polarization)}</text>
        <text x=${x(0)} y="188" text-anchor="middle">card</text>
        ${ticks.map((tick) => svg`<text x=${x(tick)} y="188" text-anchor="middle">${tick}</text>`)}
      </svg>
      <p class="caption" aria-live=${this.spot === null ? "off" : "polite"}><b>${told.round ? `After round ${told.round}` : "As the cards have it"}</b>: polarization ${two(told.polarization)}; mean ${signed(told.mean)};
        spread ${two(told.high - told.low)}, from ${signed(told.low)} to ${signed(told.high)}.</p>`;
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

customElements.define("lida-course", Course);
