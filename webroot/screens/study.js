import { LitElement, html, nothing } from "lit";
import { Problem, studies } from "../api.js";
import { age, counted, headline } from "../format.js";
import { head } from "../instruments/card.js";
import { bind } from "../keys.js";
import { pill, problemNote, skeleton } from "../parts/bits.js";
import { forest, forestTable } from "../parts/forest.js";
import { go, note } from "../router.js";
import { StudyWatch } from "../study-watch.js";
import { costs, remarks, repeats, results } from "./study-arms.js";

/** A study: what each arm came to, what deliberating added, and the way to every run. */
class StudyScreen extends LitElement {
  static properties = {
    studyId: { attribute: "study-id" },
    query: { attribute: false },
    refusal: { state: true },
  };

  /** @type {StudyWatch|null} */
  #watch = null;
  #unbind = () => {};

  constructor() {
    super();
    this.studyId = "";
    this.query = new URLSearchParams();
    /** @type {Problem|null} */
    this.refusal = null;
  }

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#unbind = bind({
      t: () => note({ table: this.query.get("table") ? null : "1" }),
      Escape: () => go("/studies"),
    });
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#unbind();
    this.#watch?.close();
    this.#watch = null;
  }

  willUpdate(changed) {
    if (!changed.has("studyId")) return;
    this.#watch?.close();
    this.refusal = null;
    this.#watch = new StudyWatch(this.studyId, () => this.requestUpdate());
  }

  render() {
    const { study, problem } = this.#watch ?? {};
    if (!study) return html`<div class="page">${problem ? problemNote(problem) : skeleton(9)}</div>`;
    document.title = `${headline(study.topic)} · LIDA`;
    return html`<div class="page study">
      <section class="head">
        ${eyebrow(study)}
        <h1>${headline(study.topic)}</h1>
        ${this.#acts(study)}
        ${this.refusal ? problemNote(this.refusal) : nothing}
        ${problem ? problemNote(problem) : nothing}
      </section>
      <div>${results(study)}</div>
      <aside aria-label="Premiums">${this.#premiums(study)} ${remarks(study)}</aside>
      <div>${costs(study)} ${repeats(study)}</div>
    </div>`;
  }

  #premiums({ arms, premiums }) {
    const title = "What deliberating added";
    if (!premiums.length) {
      const compared = arms.length > 1 && arms.some(({ arm }) => arm === "deliberation");
      return html`<div class="card">${head(title, compared ? "Deliberation less control, once a repeat of both has ended." : "It takes a deliberation and a control to be compared.")}</div>`;
    }
    const table = Boolean(this.query.get("table"));
    const level = Math.round(premiums[0].level * 100);
    return html`<div class="card">
      ${head(title, `Deliberation less control: the dot is the mean over the repeats, the line its ${level} % interval. Where it includes 0, nothing can be claimed.`, { table })}
      ${table ? forestTable(premiums) : forest(premiums)}
    </div>`;
  }

  #acts({ status }) {
    const going = status === "running";
    const stopped = status === "paused" || status === "interrupted";
    return html`<div class="acts">
      ${going ? html`<button @click=${() => this.#command("pause")}>Pause</button>` : nothing}
      ${stopped ? html`<button @click=${() => this.#command("resume")}>Resume</button>` : nothing}
      ${going || stopped ? html`<button @click=${() => this.#command("cancel")}>Cancel</button>` : nothing}
      <a class="btn" href=${studies.exported(this.studyId)} download="${this.studyId}.json">Export JSON</a>
    </div>`;
  }

  async #command(command) {
    try {
      this.refusal = null;
      await studies.command(this.studyId, command);
    } catch (cause) {
      this.refusal = Problem.of(cause);
    }
    this.#watch?.look();
  }
}

/** What it amounts to and how far it has come, in one line. */
function eyebrow({ status, arms, repeats: planned, seed, answer, created }) {
  const ended = arms.reduce((sum, arm) => sum + arm.ended, 0);
  return html`<p class="eyebrow">
    <span>${pill(status)}</span><span>study</span><span>${counted(arms.length, "arm")} × ${counted(planned, "repeat")}</span>
    <span>${ended} of ${counted(arms.length * planned, "run")} ended</span><span>seed ${seed}</span>
    ${answer ? html`<span>right is “${answer}”</span>` : nothing}<span>${age(created)} ago</span>
  </p>`;
}

customElements.define("lida-study", StudyScreen);
