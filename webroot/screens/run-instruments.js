import { html, nothing } from "lit";
import { clock, counted, dollars, firstSentence, signed, surname, two, words } from "../format.js";
import { avatar } from "../parts/avatar.js";
import "../parts/beliefs.js";
import { bar } from "../parts/meter.js";
import { note } from "../router.js";
import { METHODS, side, tally } from "../tally.js";

export const TABS = ["beliefs", "votes", "events", "config"];

const NAMES = { beliefs: "Beliefs", votes: "Votes", events: "Events", config: "Config" };

/** How many events are listed; older ones are found by the filter or in the export. */
const LISTED = 200;

/**
 * The column at the side: tabs, each a chart with its table, or a list.
 * @param {import("../fold.js").RunState} run
 * @param {{tab: string, table: boolean, filter: string, open: (event: any) => void, close: () => void}} view
 */
export function instruments(run, view) {
  const panels = { beliefs, votes, events, config };
  return html`<div class="tabs">
      <div role="tablist" aria-label="Instruments" @keydown=${arrows}>
        ${TABS.map(
          (tab) => html`<button role="tab" id="tab-${tab}" aria-selected=${tab === view.tab} aria-controls="panel"
            tabindex=${tab === view.tab ? 0 : -1} @click=${() => choose(tab)}>${NAMES[tab]}</button>`,
        )}
      </div>
      <button class="word only-narrow" @click=${view.close} aria-label="close instruments">close</button>
    </div>
    <div role="tabpanel" id="panel" aria-labelledby="tab-${view.tab}" tabindex="0">${panels[view.tab](run, view)}</div>`;
}

const choose = (tab) => note({ tab: tab === TABS[0] ? null : tab });

function arrows(event) {
  const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!by || event.target.role !== "tab") return;
  const at = TABS.findIndex((tab) => event.target.id === `tab-${tab}`);
  const tab = TABS[(at + by + TABS.length) % TABS.length];
  choose(tab);
  event.currentTarget.querySelector(`#tab-${tab}`).focus();
}

const twin = (view) => html`<button class="word" @click=${() => note({ table: view.table ? null : "1" })}>${view.table ? "as a chart" : "as a table"}</button>`;

const head = (title, sub, view) => html`<div class="card-head"><h2>${title}</h2>${view ? twin(view) : nothing}</div><p class="sub">${sub}</p>`;

function beliefs(run, view) {
  return html`<div class="card">
      ${head("Stance by round", "from −1, against, to +1, for", view)}
      ${view.table ? stanceTable(run) : html`<lida-beliefs .seats=${run.seats} .rounds=${run.rounds}></lida-beliefs>`}
    </div>
    ${run.decision ? nothing : ifVotedNow(run)}`;
}

function stanceTable(run) {
  const stance = (seat, round) => round.entries.find((entry) => entry.seat === seat.seat)?.turn?.stance;
  return html`<div class="wide" tabindex="0" role="group" aria-label="Stances"><table>
    <caption class="unseen">Stance of each persona by round</caption>
    <thead><tr><th scope="col">persona</th><th scope="col" class="num">card</th>${run.rounds.map((round) => html`<th scope="col" class="num">${round.number}</th>`)}</tr></thead>
    <tbody>${run.seats.map(
      (seat) => html`<tr><td>${surname(seat.name)}</td><td class="num">${signed(seat.start)}</td>
        ${run.rounds.map((round) => html`<td class="num">${stance(seat, round) === undefined ? "–" : signed(stance(seat, round))}</td>`)}</tr>`,
    )}</tbody>
  </table></div>`;
}

const METHOD_NAMES = { majority: "Majority", supermajority: "Two thirds", unanimous: "Unanimous", weighted: "Weighted by expertise" };

function rules(ballots, title, sub) {
  return html`<div class="card">
    ${head(title, sub)}
    <table><tbody>${METHODS.map((method) => {
      const now = tally(ballots, method);
      const figure = method === "weighted" ? two(now.share) : `${Math.max(now.yes, now.no)} : ${Math.min(now.yes, now.no)}`;
      return html`<tr><td>${METHOD_NAMES[method]}</td><td class="num">${now.winner ? html`<span class="side ${now.winner}">${now.winner}</span> ${figure}` : "no decision"}</td></tr>`;
    })}</tbody></table>
  </div>`;
}

function ifVotedNow(run) {
  if (!run.turns) return nothing;
  const ballots = run.ballots.map(({ stance, weight }) => ({ choice: side(stance), weight }));
  return rules(ballots, "If the panel voted now", "The stances last stated, counted as votes, by other rules. Where the winner changes, the rule decides.");
}

function votes(run, view) {
  if (!run.votes.length) {
    return html`<div class="card">${head("Votes", run.over ? "No vote was taken." : "The panel votes after its last round.")}</div>${ifVotedNow(run)}`;
  }
  const weighted = run.rules.voting_method === "weighted";
  const weight = (choice) => run.votes.filter((vote) => vote.choice === choice).reduce((sum, vote) => sum + (weighted ? vote.weight : 1), 0);
  const cast = weight("for") + weight("against") || 1;
  const rows = ["for", "against"].map((choice) => ({ choice, share: weight(choice) / cast, count: run.votes.filter((vote) => vote.choice === choice).length }));
  const abstained = run.votes.filter((vote) => vote.choice === "abstain").length;
  return html`<div class="card">
      ${head("The vote", `${words(run.rules.voting_method)}; the tick is the consensus threshold of ${two(run.threshold)}${abstained ? `; ${abstained} abstained` : ""}`, view)}
      ${view.table
        ? voteTable(run)
        : html`<div class="bars">${rows.map((row) => bar(row.choice, row.choice, row.share, run.threshold, `${two(row.share)} · ${counted(row.count, "vote")}`))}</div>`}
      ${run.aggregate?.value === undefined ? nothing : html`<p class="caption">Pooled confidence in a yes: ${two(run.aggregate.value)} <span class="quiet">(${words(run.aggregate.strategy)})</span></p>`}
    </div>
    <div class="card">
      ${head("Who voted how, and why", "The share of the weight is in brackets.")}
      <ul class="reasons">${run.votes.map(
        (vote) => html`<li>${avatar(vote, "small")}<div><b>${vote.name}</b> <span class="side ${vote.choice}">${vote.choice}</span>
          <span class="quiet">(${two(vote.weight)}) confidence ${two(vote.confidence)}</span><p>${vote.reason}</p></div></li>`,
      )}</ul>
    </div>
    ${rules(run.votes, "The same votes, other rules", "Where the winner changes, the rule decides.")}`;
}

const voteTable = (run) => html`<table>
  <caption class="unseen">Votes</caption>
  <thead><tr><th scope="col">persona</th><th scope="col">vote</th><th scope="col" class="num">confidence</th><th scope="col" class="num">weight</th></tr></thead>
  <tbody>${run.votes.map((vote) => html`<tr><td>${surname(vote.name)}</td><td>${vote.choice}</td><td class="num">${two(vote.confidence)}</td><td class="num">${two(vote.weight)}</td></tr>`)}</tbody>
</table>`;

function events(run, view) {
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
      return `${payload.vote.name} ${payload.vote.choice}`;
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

function config(run) {
  const { scenario, seed, reading, versions, scenario_digest: digestOf, notes, host } = run.manifest;
  const rulesOf = scenario.deliberation;
  const listed = (map) => Object.entries(map).map(([name, value]) => `${words(name)} ${typeof value === "number" ? two(value) : value}`).join(", ");
  const facts = [
    ["scenario", `${scenario.name} ${scenario.version}`],
    ["seed", seed],
    ["order", `${rulesOf.order}, ${rulesOf.visibility}`],
    ["voting", `${rulesOf.voting_method}, consensus at ${rulesOf.consensus_threshold}${rulesOf.quorum ? `, quorum ${rulesOf.quorum}` : ""}`],
    ["pooling", words(rulesOf.aggregation)],
    ["stops", `after ${counted(scenario.simulation.max_rounds, "round")}${rulesOf.stop_on_consensus ? " or on consensus" : ""}`],
    ["read as", listed(reading.axes)],
    ["calls for", listed(reading.topics) || "nothing in particular"],
    ["budget", scenario.budget ? listed(scenario.budget) : "none"],
    ["spent", `${counted(run.usage.calls, "call")}, ${dollars(run.usage.cost_usd)}`],
    ["versions", Object.entries(versions).map(([name, version]) => `${name} ${version}`).join(", ")],
    ["host", host],
    ["digest", digestOf],
  ];
  return html`<div class="card">
      ${head("How this run was set up", "All of it is in the run's first event.")}
      <dl class="config">${facts.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>
      ${notes.length ? html`<p class="caption">${notes.join(" · ")}</p>` : nothing}
    </div>
    <div class="card">
      ${head("Seats", "Who speaks, by which model, with which weight")}
      <table><tbody>${run.seats.map(
        (seat) => html`<tr><td><a class="plain" href="/personas?id=${encodeURIComponent(seat.id)}">${seat.name}</a></td><td class="quiet">${seat.model}</td><td class="num">${two(seat.weight)}</td></tr>`,
      )}</tbody></table>
    </div>`;
}
