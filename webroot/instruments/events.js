import { html, nothing } from "lit";
import { voteWords } from "../ballot.js";
import { clock, counted, firstSentence, plain, signed, two } from "../format.js";
import { note } from "../router.js";
import { head } from "./card.js";

/** How many events are listed; older ones are found by the filter or in the export. */
const LISTED = 200;

/** The log itself, newest first, to be filtered and opened. */
export function events(run, view) {
  const wanted = view.filter.toLowerCase();
  const found = run.events.filter((event) => !wanted || `${event.type} ${digest(event)}`.toLowerCase().includes(wanted));
  const listed = found.slice(-LISTED).reverse();
  return html`<div class="card">
    ${head("Events", `${counted(run.seq, "event")}, each with the hash of the one before; newest first`)}
    <input type="search" aria-label="Filter events" placeholder="filter: turn_spoken, a name, a round" .value=${view.filter}
      @input=${(event) => note({ events: event.target.value || null })}>
    <ol class="events">${listed.map(
      (event) => html`<li><button @click=${() => view.open(event)}><span class="quiet">${event.seq}</span><span>${event.type}</span><span class="quiet">${digest(event)}</span></button></li>`,
    )}</ol>
    ${found.length > listed.length ? html`<p class="caption">${counted(found.length - listed.length, "older event")} not listed; the export has all.</p>` : nothing}
  </div>`;
}

function digest({ type, payload, at }) {
  switch (type) {
    case "turn_spoken":
      return `${payload.turn.name} ${signed(payload.turn.stance)} round ${payload.turn.round}`;
    case "vote_cast":
      return `${payload.vote.name} ${voteWords(payload.vote)}`;
    case "moved":
      return `${payload.move.name} ${payload.move.lever} ${payload.move.word ?? plain(payload.move.value)} round ${payload.move.round}`;
    case "round_resolved":
      return `round ${payload.round}`;
    case "game_closed":
      return Object.entries(payload.totals).map(([id, total]) => `${id} ${plain(total)}`).join(", ");
    case "floor_given":
      return `to seat ${payload.seat + 1} round ${payload.round}`;
    case "probed":
      return `${payload.probe.speaker} ${signed(payload.probe.stance)}`;
    case "call_failed":
      return `${payload.speaker} ${payload.code}`;
    case "round_opened":
      return `round ${payload.round} ${payload.phase}`;
    case "calls_asked":
      return payload.calls.map((call) => call.id).join(" ");
    case "decided":
      return `${payload.decision.winner ?? "nothing"} ${two(payload.decision.share)}`;
    case "run_paused":
      return payload.reason;
    case "moderated":
      return firstSentence(payload.text);
    default:
      return clock(at);
  }
}
