import { LitElement, html, nothing, svg } from "lit";
import { alike, plain, surname } from "../format.js";
import { tint } from "./avatar.js";
import { cut, spread, ticksOf } from "./labels.js";

const WIDTH = 424;
const LEFT = 38;
const RIGHT = 296;
const TOP = 10;
const BOTTOM = 118;
/** Between the lines of a scale, times a power of ten. */
const STEPS = [1, 2, 2.5, 5, 10];

/**
 * A figure over rounds: one line for each player, labelled at its end, or one for all together.
 * The caption tells of one round, the last where none is pointed at.
 *
 * @typedef {{name: string, seat: number|null, points: {round: number, value: number}[]}} Line
 */
class Lines extends LitElement {
  static properties = {
    lines: { attribute: false },
    name: { type: String },
    share: { type: Boolean },
    spot: { state: true },
  };

  constructor() {
    super();
    /** @type {Line[]} */
    this.lines = [];
    this.name = "";
    /** Whether the scale is from 0 to 1 whatever the values. */
    this.share = false;
    /** @type {number|null} the round that is pointed at */
    this.spot = null;
  }

  createRenderRoot() {
    return this;
  }

  render() {
    const points = this.lines.flatMap((line) => line.points);
    if (!points.length) return nothing;
    const scale = this.share ? [0, 0.5, 1] : marks(points.map((point) => point.value));
    const low = scale[0];
    const high = scale.at(-1);
    const first = Math.min(...points.map((point) => point.round));
    const last = Math.max(first + 1, ...points.map((point) => point.round));
    const x = (round) => LEFT + 4 + ((round - first) / (last - first)) * (RIGHT - LEFT - 8);
    const y = (value) => BOTTOM - ((value - low) / (high - low)) * (BOTTOM - TOP);
    const now = this.spot ?? Math.max(...points.map((point) => point.round));
    const written = alike(points.map((point) => point.value));
    const heights = spread(this.lines.map((line) => y(line.points.at(-1)?.value ?? low)), TOP - 4, BOTTOM + 4);
    return html`<svg class="lines" viewBox="0 0 ${WIDTH} 140" tabindex="0" role="img" aria-label="${this.name} by round. ${this.#said(written)}"
        @pointermove=${(event) => this.#point(event, x, first, last)} @pointerleave=${() => (this.spot = null)} @blur=${() => (this.spot = null)}
        @keydown=${(event) => this.#step(event, first, last)}>
        ${scale.map((value) => svg`<line class="grid" x1=${LEFT} x2=${RIGHT} y1=${y(value)} y2=${y(value)}></line>
          <text x="30" y=${y(value) + 4} text-anchor="end">${plain(value)}</text>`)}
        ${[first, ...ticksOf(last).filter((tick) => tick > first)].map((tick) => svg`<text x=${x(tick)} y="136" text-anchor="middle">${tick || "start"}</text>`)}
        <line class="at" x1=${x(now)} x2=${x(now)} y1=${TOP - 4} y2=${BOTTOM}></line>
        ${this.lines.map((line, index) => this.#line(line, x, y, now, heights[index], written))}
      </svg>
      <p class="caption" aria-live=${this.spot === null ? "off" : "polite"}>${this.#caption(now, written)}</p>`;
  }

  #line({ name, seat, points }, x, y, now, height, written) {
    const end = points.at(-1);
    if (!end) return nothing;
    const path = points.map((point, index) => `${index ? "L" : "M"}${x(point.round).toFixed(1)} ${y(point.value).toFixed(1)}`).join(" ");
    const told = points.find((point) => point.round === now);
    return svg`<g class=${seat === null ? "whole" : tint(seat)}>
      <path class="line" d=${path}></path>
      ${told ? svg`<circle class="now" cx=${x(told.round)} cy=${y(told.value)} r="3.5"></circle>` : nothing}
      <path class="lead" d="M${x(end.round) + 6} ${y(end.value)} L${RIGHT + 8} ${height}" fill="none"></path>
      <text class="name" x=${RIGHT + 12} y=${height + 4}>${cut(seat === null ? name : surname(name))} ${written(end.value)}</text>
    </g>`;
  }

  #said(written) {
    return this.lines
      .map((line) => `${line.name}: ${line.points.map((point) => `${point.round ? `round ${point.round}` : "start"} ${written(point.value)}`).join(", ")}`)
      .join("; ");
  }

  #caption(now, written) {
    const values = this.lines.flatMap((line) => {
      const point = line.points.find((one) => one.round === now);
      return point ? [`${line.seat === null ? line.name.toLowerCase() : surname(line.name)} ${written(point.value)}`] : [];
    });
    return html`<b>${now ? `Round ${now}` : "At the start"}</b>: ${values.join(", ") || "nothing yet"}.`;
  }

  #point(event, x, first, last) {
    const box = event.currentTarget.getBoundingClientRect();
    const pointed = ((event.clientX - box.left) / box.width) * WIDTH;
    const share = (pointed - x(first)) / (x(last) - x(first));
    this.spot = Math.round(first + Math.max(0, Math.min(1, share)) * (last - first));
  }

  #step(event, first, last) {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!by) return;
    event.preventDefault();
    this.spot = Math.max(first, Math.min(last, (this.spot ?? last) + by));
  }
}

/** Round numbers from the lowest value or 0 to the highest, in two to four steps. */
export function marks(values) {
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  if (high === low) return [0, 1];
  const rough = (high - low) / 3;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * (STEPS.find((one) => one * power >= rough * 0.999) ?? 10);
  const first = Math.floor(low / step + 1e-9);
  const last = Math.ceil(high / step - 1e-9);
  return Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step);
}

customElements.define("lida-lines", Lines);
