import { LitElement, html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { Problem, runs } from "../api.js";
import { clock, counted, headline, surname, words } from "../format.js";
import { bind } from "../keys.js";
import { copyable, openSheets, problemNote, sheet, skeleton } from "../parts/bits.js";
import { moveWords } from "../parts/move.js";
import { roundStrip } from "../parts/stance.js";
import { floorLine } from "../parts/turn.js";
import "../parts/your-turn.js";
import { personOf, unheardIn, waiting } from "../person.js";
import { Recount } from "../recount.js";
import { go, note } from "../router.js";
import { Watch } from "../watch.js";
import { leader, restraints, world } from "./game-head.js";
import { eyebrow, gauge, outcome } from "./run-head.js";
import { instruments, tabOf, turnTab } from "./run-instruments.js";
import { Unfolding } from "./unfolding.js";

/** A run: its question, its transcript, its instruments, and the means to steer it. */
class RunScreen extends LitElement {
  static properties = {
    runId: { attribute: "run-id" },
    query: { attribute: false },
    shown: { state: true },
    why: { state: true },
    refusal: { state: true },
    sheetOpen: { state: true },
  };

  /** @type {Watch|null} */
  #watch = null;
  /** @type {Recount|null} */
  #recount = null;
  #unfolding = new Unfolding();
  #arrived = false;
  #following = false;
  #unread = 0;
  #ownTurnBelow = false;
  #said = "";
  /** The round of which somebody who is to speak wanted to see the others first. */
  #peeked = 0;
  #unbind = () => {};
  #scrolled = () => this.#lookWhere();

  constructor() {
    super();
    this.query = new URLSearchParams();
    /** @type {{call: string}|{event: any}|null} */
    this.why = null;
    /** @type {Problem|null} */
    this.refusal = null;
    this.sheetOpen = false;
    this.addEventListener("why", (event) => (this.why = { call: event.detail }));
    this.addEventListener("asked", () => this.#lookWhere());
    this.addEventListener("jump", (event) => this.#jump(event.detail));
  }

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    addEventListener("scroll", this.#scrolled, { passive: true });
    this.#unbind = bind({
      j: () => this.#step(1),
      k: () => this.#step(-1),
      n: () => this.#stepRound(1),
      p: () => this.#stepRound(-1),
      " ": () => this.#follow(),
      "[": () => this.#turnTab(-1),
      "]": () => this.#turnTab(1),
      t: () => note({ table: this.query.get("table") ? null : "1" }),
      Escape: () => this.#back(),
    });
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener("scroll", this.#scrolled);
    this.#unbind();
    this.#watch?.close();
    this.#watch = null;
    this.#recount?.close();
  }

  willUpdate(changed) {
    if (!changed.has("runId")) return;
    this.#watch?.close();
    this.#recount?.close();
    this.#recount = new Recount(this.runId, () => this.requestUpdate());
    this.#unfolding = new Unfolding();
    this.#unread = 0;
    this.#following = false;
    this.#arrived = false;
    this.#watch = new Watch(this.runId, {
      changed: () => this.#changed(),
      spoke: (event) => this.#spoke(event),
    });
  }

  #changed() {
    const watch = this.#watch;
    if (!watch) return;
    this.dispatchEvent(new CustomEvent("catching", { detail: watch.behind, bubbles: true }));
    if (watch.loaded) {
      this.#unfolding.settle(watch.run);
      if (!this.#arrived && location.hash) this.#jump(decodeURIComponent(location.hash.slice(1)));
      this.#arrived = true;
    }
    this.requestUpdate();
  }

  /** One polite sentence for each finished turn; words as they stream are never announced. */
  #spoke(event) {
    if (event.type === "turn_spoken") {
      const turn = event.payload.turn;
      this.#said = `${turn.name}, round ${turn.round}: ${turn.text}`;
      if (!this.#following) this.#unread += 1;
    } else if (event.type === "moved") {
      const move = event.payload.move;
      this.#said = `${move.name}, round ${move.round}: ${moveWords(move)}. ${move.reason}`;
      if (!this.#following) this.#unread += 1;
    } else if (event.type === "game_closed") {
      this.#said = "The game is over.";
    } else if (event.type === "decided") {
      this.#said = "The panel has decided.";
    }
  }

  render() {
    const watch = this.#watch;
    const run = watch?.run;
    if (!watch || !run) return nothing;
    if (!run.manifest) return html`<div class="page">${watch.problem ? problemNote(watch.problem) : skeleton(9)}</div>`;
    document.title = `${headline(run.topic)} · LIDA`;
    return html`<div class="page run">
        <section class="head">
          ${eyebrow(run)}
          <h1>${headline(run.topic)}</h1>
          ${this.#acts(run)}
          ${this.refusal ? problemNote(this.refusal) : nothing}
          ${watch.problem?.status === 401 ? problemNote(watch.problem) : nothing}
        </section>
        <section class="gauge" aria-label=${run.votesAtEnd ? "Consensus" : "Where it stands"}>${gauge(run)}</section>
        ${outcome(run)}
        <section aria-label="Transcript">
          <div role="log" aria-live="off">${repeat(run.rounds, (round) => round.number, (round) => this.#round(run, round))}</div>
          ${run.termination ? html`<p class="quiet">Ended: ${words(run.termination.reason)}, ${run.termination.detail}</p>` : nothing}
          ${this.#ownTurns(run)}
          <p class="note">${disclaimer(run)}</p>
        </section>
        <aside class="instruments ${this.sheetOpen ? "open" : ""}" aria-label="Instruments">
          ${instruments(run, {
            tab: tabOf(run, this.query.get("tab")),
            table: Boolean(this.query.get("table")),
            filter: this.query.get("events") ?? "",
            recount: this.#recount,
            open: (event) => (this.why = { event }),
            close: () => (this.sheetOpen = false),
          })}
        </aside>
      </div>
      ${this.#dock(run)} ${this.#news(run)} ${this.#whySheet(run)}
      <p class="unseen" aria-live="polite">${this.#said}</p>`;
  }

  #acts(run) {
    const going = run.status === "running" || run.status === "queued";
    const stopped = ["paused", "interrupted", "failed", "parked"].includes(run.status);
    return html`<div class="acts">
      ${going ? html`<button @click=${() => this.#command("pause")}>Pause</button>` : nothing}
      ${stopped ? html`<button @click=${() => this.#command("resume")}>Resume</button>` : nothing}
      ${going || (stopped && run.status !== "failed") ? html`<button @click=${() => this.#command("cancel")}>Cancel</button>` : nothing}
      <details class="menu" @focusout=${(event) => event.currentTarget.contains(event.relatedTarget) || (event.currentTarget.open = false)}>
        <summary class="btn">Export</summary>
        <ul>
          ${[["markdown", "Markdown", ".md"], ["json", "JSON", ".json"], ["jsonl", "JSON lines", ".jsonl"]].map(
            ([format, name, ending]) => html`<li><a href=${runs.exported(this.runId, format)} download>${name}<span class="quiet">${ending}</span></a></li>`,
          )}
        </ul>
      </details>
    </div>`;
  }

  async #command(command) {
    try {
      this.refusal = null;
      await runs.command(this.runId, command);
    } catch (cause) {
      this.refusal = Problem.of(cause);
    }
    this.#watch?.read();
  }

  #round(run, round) {
    const open = this.#unfolding.isOpen(round);
    const unheard = this.#peeked === round.number ? undefined : unheardIn(run, round);
    const apart = unheard !== undefined;
    const dots = apart ? [] : run.board ? restraints(round, moveWords) : stances(round);
    const kept = this.#unfolding.window(round);
    return html`<section class="round ${open ? "" : "closed"}" id="round-${round.number}" aria-label="Round ${round.number}">
      <div class="round-head">
        <h2><button aria-expanded=${open} @click=${() => this.#toggle(round, !open)}>
          <b>Round ${round.number}</b><span>${words(round.phase)}</span>
        </button></h2>
        ${roundStrip(dots)}
        <span aria-hidden="true">${ends(run)}</span>
      </div>
      ${open && apart ? this.#unheard(round, unheard) : nothing}
      ${open && !apart
        ? html`${kept.before
              ? html`<p class="foot"><button class="word" @click=${() => this.#more(round)}>${counted(kept.before, "earlier turn")}: show more</button></p>`
              : nothing}
            ${repeat(kept.entries, (entry) => entry.call, (entry) => this.#entry(run, entry))}
            ${run.board ? world(run, round.number) : nothing}`
        : nothing}
    </section>`;
  }

  /** Who is to speak unmoved by the others may look all the same, and then knows it. */
  #unheard(round, count) {
    const peek = () => {
      this.#peeked = round.number;
      this.requestUpdate();
    };
    const spoken = count ? `${counted(count, "other")} ${count === 1 ? "has" : "have"} spoken.` : "";
    return html`<p class="unheard">${spoken} In a simultaneous round nobody hears the others before all have spoken.
      <button class="word" @click=${peek}>show them all the same</button></p>`;
  }

  #entry(run, entry) {
    const seat = entry.seat < 0 ? run.moderator : run.seats[entry.seat];
    if (!seat) return nothing;
    if (entry.floor) return floorLine(seat, entry.floor, run.seats);
    if (entry.move)
      return html`<lida-move id=${entry.call} tabindex="-1" .entry=${entry} .seat=${seat} .played=${run.board.round(entry.round)} .game=${run.board.game}></lida-move>`;
    if (entry.turn || entry.failure || entry.moderation)
      return html`<lida-turn id=${entry.call} tabindex="-1" .entry=${entry} .seat=${seat} .cites=${this.#cites(run, entry)}></lida-turn>`;
    if (run.status !== "running")
      return html`<div class="turn"><span></span><p class="quiet">${seat.name} was asked; the run is ${run.status}.</p></div>`;
    if (personOf(seat)) return nothing;
    return html`<lida-speaking call=${entry.call} .seat=${seat} .words=${this.#watch?.words}></lida-speaking>`;
  }

  /** What persons in seats are asked; whoever sees the run may answer. */
  #ownTurns(run) {
    return repeat(
      waiting(run),
      (owed) => owed.call,
      (owed) => html`<lida-your-turn run-id=${this.runId} person=${owed.person} call=${owed.call} .seat=${owed.seat} .options=${run.options}></lida-your-turn>`,
    );
  }

  #known = new WeakMap();

  #cites(run, entry) {
    if (!entry.turn?.cites.length) return undefined;
    let cites = this.#known.get(entry);
    if (!cites) {
      cites = entry.turn.cites.map((id) => {
        const turn = run.answers.get(id)?.payload.turn;
        return { id, label: turn ? `${surname(turn.name)}, round ${turn.round}` : id };
      });
      this.#known.set(entry, cites);
    }
    return cites;
  }

  #dock(run) {
    const dots = run.ballots.map(({ seat, stance }) => ({ seat: seat.seat, name: seat.name, stance }));
    return html`<div class="dock">
      ${run.board ? html`<span class="grow">${leader(run)}</span>` : roundStrip(dots)}
      <button aria-expanded=${this.sheetOpen} @click=${() => (this.sheetOpen = !this.sheetOpen)}>${this.sheetOpen ? "Close" : "Instruments"}</button>
    </div>`;
  }

  #news(run) {
    if (waiting(run).length && this.#ownTurnBelow) {
      return html`<button class="news" @click=${() => this.#ownTurn?.scrollIntoView({ block: "center" })}>Your turn ↓</button>`;
    }
    if (!this.#unread || this.#following) return nothing;
    return html`<button class="news" @click=${() => this.#follow()}>${counted(this.#unread, run.board ? "new move" : "new turn")} ↓</button>`;
  }

  #whySheet(run) {
    if (!this.why) return nothing;
    const call = "call" in this.why ? this.why.call : "";
    const event = "event" in this.why ? this.why.event : run.answers.get(call);
    const asked = call && run.events.findLast((one) => one.type === "calls_asked" && one.payload.calls.some((made) => made.id === call));
    const told = event?.payload.turn ?? event?.payload.vote ?? event?.payload.move ?? event?.payload;
    const facts = [
      ["call", call],
      ["model", told?.model],
      ["asked", asked ? `event ${asked.seq} at ${clock(asked.at)}` : ""],
      ["answered", event ? `event ${event.seq} at ${clock(event.at)}` : ""],
      ["took", told?.latency_ms === undefined ? "" : `${told.latency_ms} ms`],
      ["tokens", told?.usage ? `${told.usage.input_tokens} read, ${told.usage.output_tokens} written${told.usage.estimated ? " (estimated)" : ""}` : ""],
      ["hash", event?.hash.slice(0, 16)],
    ].filter(([, value]) => value);
    return sheet(
      call ? `Why: call ${call}` : `Event ${event.seq}`,
      html`<div class="why">
        <dl class="config">${facts.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>
        ${copyable(JSON.stringify(event, null, 2))}
      </div>`,
      () => (this.why = null),
    );
  }

  updated() {
    openSheets(this);
    if (this.#following) scrollTo({ top: document.documentElement.scrollHeight, behavior: "instant" });
  }

  get #atEnd() {
    return innerHeight + scrollY >= document.documentElement.scrollHeight - 48;
  }

  get #ownTurn() {
    return this.querySelector("form.your-turn");
  }

  #lookWhere() {
    const following = this.#atEnd && this.#watch?.run.over === false;
    const below = (this.#ownTurn?.getBoundingClientRect().top ?? 0) > innerHeight;
    if (following === this.#following && below === this.#ownTurnBelow && !(this.#atEnd && this.#unread)) return;
    this.#following = following;
    this.#ownTurnBelow = below;
    if (this.#atEnd) this.#unread = 0;
    this.requestUpdate();
  }

  #follow() {
    this.#following = this.#watch?.run.over === false;
    this.#unread = 0;
    scrollTo({ top: document.documentElement.scrollHeight, behavior: "instant" });
    this.requestUpdate();
  }

  #toggle(round, open) {
    this.#unfolding.set(round.number, open);
    this.requestUpdate();
  }

  #more(round) {
    this.#unfolding.widen(round.number);
    this.requestUpdate();
  }

  async #jump(id) {
    const round = this.#watch?.run.rounds.find((one) => one.entries.some((entry) => entry.call === id));
    if (!round) return;
    this.sheetOpen = false;
    this.#unfolding.reveal(round, id);
    this.requestUpdate();
    await this.updateComplete;
    this.#arriveAt(this.querySelector(`#${CSS.escape(id)}`));
    history.replaceState(null, "", `${location.pathname}${location.search}#${id}`);
  }

  #arriveAt(element) {
    if (!(element instanceof HTMLElement)) return;
    this.#following = false;
    element.scrollIntoView({ block: "start" });
    element.focus({ preventScroll: true });
  }

  #back() {
    const menu = this.querySelector("details[open]");
    if (menu instanceof HTMLDetailsElement) menu.open = false;
    else if (this.sheetOpen) this.sheetOpen = false;
    else go("/");
  }

  #step(by) {
    this.#arriveAt(beside([...this.querySelectorAll("lida-turn, lida-move")], by));
  }

  #stepRound(by) {
    const next = beside([...this.querySelectorAll(".round")], by);
    if (next) this.#arriveAt(next.querySelector("button"));
  }

  #turnTab(by) {
    const run = this.#watch?.run;
    if (run?.manifest) turnTab(run, tabOf(run, this.query.get("tab")), by);
  }
}

const stances = (round) => round.entries.flatMap(({ seat, turn }) => (turn ? [{ seat, name: turn.name, stance: turn.stance }] : []));

/** What lies at the ends of a round's strip. */
function ends(run) {
  const [low, high] = run.board ? ["no", "full restraint"] : run.options.length ? ["no", "yes"] : ["against", "for"];
  return `${low}\u2002·\u2002${high}`;
}

/** What all of it is, and who in it is not simulated. */
function disclaimer(run) {
  const persons = run.seats.filter(personOf).map((seat) => seat.name);
  const what = run.simulated ? "A simulation" : "Spoken by language models";
  return persons.length
    ? `${what}, but for ${persons.join(", ")}. No other statement here is by a real person or group.`
    : `${what}. No statement here is by a real person or group.`;
}

/** The element after or before the one that is focused, or else after the one at the top. */
function beside(elements, by) {
  const focused = elements.findIndex((element) => element.contains(document.activeElement));
  if (focused >= 0) return elements[Math.max(0, Math.min(elements.length - 1, focused + by))];
  const below = elements.findIndex((element) => element.getBoundingClientRect().top >= 60);
  return by > 0 ? elements[below < 0 ? elements.length - 1 : below] : elements[Math.max(0, below - 1)];
}

customElements.define("lida-run", RunScreen);
