import { LitElement, html, nothing } from "lit";
import { Problem, runs, seats } from "../api.js";
import { GUEST, participant } from "../person.js";
import { go } from "../router.js";
import { problemNote } from "./bits.js";

/** As many rounds as a run may have, and a day of models at work. */
const LONGEST = { rounds: 50, timeout_seconds: 86_400 };

/** So often, and so many times, it is looked whether the first turn has come. */
const LOOK_MILLIS = 150;
const MOST_LOOKS = 60;

/** The first words of a talk with a persona; the talk itself is a run. */
class Talk extends LitElement {
  static properties = {
    persona: { attribute: false },
    problem: { state: true },
    busy: { state: true },
  };

  #key = crypto.randomUUID();

  constructor() {
    super();
    /** @type {any} */ this.persona = null;
    /** @type {Problem|null} */ this.problem = null;
    this.busy = false;
  }

  createRenderRoot() {
    return this;
  }

  render() {
    return html`<form class="card form" @submit=${(event) => this.#send(event)} @input=${() => (this.#key = crypto.randomUUID())}>
      <label><span>What do you want to say, or ask?</span><textarea name="text" rows="3" required maxlength="16000"></textarea></label>
      <div class="pair">
        <label><span>What ${this.persona.name} calls you</span><input name="own_name" maxlength="64" placeholder=${GUEST} autocomplete="nickname"></label>
        <label><span>Model</span><input name="model" placeholder="card's own"></label>
      </div>
      ${this.problem ? problemNote(this.problem) : nothing}
      <div class="go">
        <span class="quiet">What is said is kept as a run.</span>
        <button class="main" ?disabled=${this.busy}>Begin</button>
      </div>
    </form>`;
  }

  firstUpdated() {
    this.querySelector("textarea")?.focus();
  }

  async #send(event) {
    event.preventDefault();
    const fields = new FormData(event.target);
    const text = String(fields.get("text")).trim();
    const model = String(fields.get("model")).trim();
    const person = participant(String(fields.get("own_name") ?? ""));
    this.busy = true;
    try {
      const begun = await runs.start(
        {
          topic: text,
          name: "chat",
          mode: "conversation",
          personas: [person, { id: this.persona.id }],
          stream: true,
          ...LONGEST,
          ...(model ? { model } : {}),
        },
        this.#key,
      );
      await this.#say(begun.id, person.id, text);
      go(`/runs/${begun.id}`);
    } catch (cause) {
      this.problem = Problem.of(cause);
    }
    this.busy = false;
  }

  /** Hands the first words in as soon as they are wanted; the run asks for them otherwise. */
  async #say(run, person, text) {
    for (let look = 0; look < MOST_LOOKS; look++) {
      const [turn] = await seats.owed(run, person);
      if (turn) return seats.handIn(run, person, { turn_id: turn.turn_id, text });
      await new Promise((wait) => setTimeout(wait, LOOK_MILLIS));
    }
    return undefined;
  }
}

customElements.define("lida-talk", Talk);
