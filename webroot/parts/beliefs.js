import { LitElement, html, nothing, svg } from "lit";
import { firstSentence, signed, surname } from "../format.js";
import { tint } from "./avatar.js";
import { cut, spread, ticksOf } from "./labels.js";

const WIDTH = 424;
const TOP = 14;
const BOTTOM = 214;
const LEFT = 30;
const RIGHT = 296;

const y = (stance) => TOP + ((1 - stance) / 2) * (BOTTOM - TOP);

/**
 * Belief lines: one line for each persona, labelled at its end, with the card's stance at the
 * left. What is pointed at or focused is said in the caption, in words, with the way to the turn;
 * it stays there when the pointer or the focus leaves, so that the way can be taken.
 */
class Beliefs extends LitElement {
  static properties = {
    seats: { attribute: false },
    rounds: { attribute: false },
    spot: { state: true },
    picking: { state: true },
    keyed: { state: true },
  };

  constructor() {
    super();
    this.seats = [];
    this.rounds = [];
    /** @type {{seat: number, point: number}|null} */
    this.spot = null;
    this.picking = false;
    this.keyed = false;
  }

  createRenderRoot() {
    return this;
  }

  /** @return {{seat: any, points: {column: number, stance: number, turn: any}[]}[]} */
  get #lines() {
    return this.seats.map((seat) => {
      const points = [{ column: 0, stance: seat.start, turn: null }];
      for (const round of this.rounds) {
        const turn = round.entries.find((entry) => entry.seat === seat.seat && entry.turn)?.turn;
        if (turn) points.push({ column: round.number, stance: turn.stance, turn });
      }
      return { seat, points };
    });
  }

  render() {
    const lines = this.#lines;
    const columns = Math.max(1, this.rounds.at(-1)?.number ?? 1);
    const x = (column) => LEFT + 4 + (column / columns) * (RIGHT - LEFT - 8);
    const labels = spread(lines.map((line) => y(line.points.at(-1).stance)), TOP - 8, BOTTOM + 8);
    return html`<svg
        class="beliefs ${this.picking ? "picking" : ""}"
        viewBox="0 0 ${WIDTH} 240"
        role="group"
        aria-label="Stance by round"
        @pointerleave=${() => (this.picking = false)}
      >
        ${[1, 0.5, 0, -0.5, -1].map(
          (value) => svg`<line class=${value ? "grid" : "zero"} x1=${LEFT} x2=${RIGHT} y1=${y(value)} y2=${y(value)}></line>`,
        )}
        <text x="22" y=${y(1) + 4} text-anchor="end">+1</text>
        <text x="22" y=${y(0) + 4} text-anchor="end">0</text>
        <text x="22" y=${y(-1) + 4} text-anchor="end">−1</text>
        <text x=${x(0)} y="234" text-anchor="middle">card</text>
        ${ticksOf(columns).map((tick) => svg`<text x=${x(tick)} y="234" text-anchor="middle">${tick}</text>`)}
        ${lines.map((line, index) => this.#line(line, x, labels[index]))}
      </svg>
      <p class="caption" aria-live=${this.keyed ? "polite" : "off"}>${this.#caption(lines)}</p>`;
  }

  #line({ seat, points }, x, label) {
    const path = points.map((point, index) => `${index ? "L" : "M"}${x(point.column).toFixed(1)} ${y(point.stance).toFixed(1)}`).join(" ");
    const now = points.at(-1);
    const spoken = points.length > 1;
    const spot = this.picking && this.spot?.seat === seat.seat ? points[Math.min(this.spot.point, points.length - 1)] : null;
    const end = x(now.column);
    return svg`<g
      class="${tint(seat.seat)} ${this.picking && this.spot?.seat === seat.seat ? "hot" : ""}"
      tabindex="0" role="img"
      aria-label="${seat.name}: card ${signed(seat.start)}${points.slice(1).map((point) => `, round ${point.column} ${signed(point.stance)}`).join("")}"
      @focus=${() => this.#pick(seat, points.length - 1, true)}
      @blur=${() => (this.picking = false)}
      @keydown=${(event) => this.#step(event, seat, points)}
      @pointermove=${(event) => this.#point(event, seat, points, x)}
    >
      <path class="halo" d=${path}></path>
      <path class="line" d=${path}></path>
      <circle class=${spoken ? "now" : "card-point"} cx=${end} cy=${y(now.stance)} r="4"></circle>
      ${spoken ? svg`<circle class="card-point" cx=${x(0)} cy=${y(seat.start)} r="2.5"></circle>` : nothing}
      ${spot ? svg`<circle class="spot" cx=${x(spot.column)} cy=${y(spot.stance)} r="7"></circle>` : nothing}
      <path class="lead" d="M${end + 6} ${y(now.stance)} L${RIGHT + 8} ${label}" fill="none"></path>
      <text class="name" x=${RIGHT + 12} y=${label + 4}>${cut(surname(seat.name))} ${signed(now.stance)}</text>
    </g>`;
  }

  #point(event, seat, points, x) {
    const box = event.currentTarget.ownerSVGElement.getBoundingClientRect();
    const pointed = ((event.clientX - box.left) / box.width) * WIDTH;
    let nearest = 0;
    points.forEach((point, index) => {
      if (Math.abs(x(point.column) - pointed) < Math.abs(x(points[nearest].column) - pointed)) nearest = index;
    });
    this.#pick(seat, nearest, false);
  }

  #pick(seat, point, keyed) {
    this.picking = true;
    this.keyed = keyed;
    if (this.spot?.seat !== seat.seat || this.spot.point !== point) this.spot = { seat: seat.seat, point };
  }

  /** Arrows go along a line, Enter to the turn. */
  #step(event, seat, points) {
    const at = this.spot?.seat === seat.seat ? Math.min(this.spot.point, points.length - 1) : points.length - 1;
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (by) this.#pick(seat, Math.max(0, Math.min(points.length - 1, at + by)), true);
    else if (event.key === "Enter" && points[at].turn) this.#jump(event, points[at].turn.id);
    else return;
    event.preventDefault();
  }

  #jump(event, id) {
    event.preventDefault();
    this.dispatchEvent(new CustomEvent("jump", { detail: id, bubbles: true }));
  }

  #caption(lines) {
    const line = this.spot && lines.find((one) => one.seat.seat === this.spot?.seat);
    const point = line?.points[Math.min(this.spot.point, line.points.length - 1)];
    if (!line || !point) return "Each line is one persona; it begins where the card stands, and the filled point is now.";
    if (!point.turn) return html`<b>${line.seat.name}</b> began at ${signed(point.stance)}, as the card has it.`;
    const before = line.points[line.points.indexOf(point) - 1];
    return html`<b>${line.seat.name}</b>, round ${point.column}: ${signed(before.stance)} → ${signed(point.stance)}.
      <q>${firstSentence(point.turn.text)}</q>
      <a href="#${point.turn.id}" @click=${(event) => this.#jump(event, point.turn.id)}>to the turn</a>`;
  }
}

customElements.define("lida-beliefs", Beliefs);
