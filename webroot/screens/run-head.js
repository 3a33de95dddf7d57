import { html, nothing } from "lit";
import { clock, counted, dollars, short, signed, two, words } from "../format.js";
import { FORMS } from "../games.js";
import { polarization } from "../movement.js";
import { avatar } from "../parts/avatar.js";
import { pill, problemNote } from "../parts/bits.js";
import { tickedBar } from "../parts/meter.js";
import { ruleName } from "../rules.js";
import { side, tally } from "../tally.js";
import { lead, verdict } from "./game-head.js";

const SUPPORT = {
  weighted: "of the weight",
  majority: "of the votes",
  supermajority: "of the votes",
  unanimous: "of the votes",
};

/** What kind of run it is and how far it has come, in one line. */
export function eyebrow(run) {
  const models = [...new Set(run.seats.map((seat) => seat.model))];
  return html`<p class="eyebrow">
    <span>${pill(run.status)}</span><span>${run.rules.mode}</span><span>${manner(run)}</span>
    <span>round ${run.rounds.at(-1)?.number ?? 0} of ${run.manifest.scenario.simulation.max_rounds}</span>
    <span>${counted(run.seats.length, run.board ? "player" : "persona")}</span>
    <span>${models.length > 2 ? counted(models.length, "model") : models.join(", ")}</span>
    <span>seed ${run.manifest.seed}</span><span>${clock(run.startedAt)}</span>
  </p>`;
}

/** How those who sit take turns. */
function manner({ board, rules }) {
  if (board) return (FORMS[board.game.form]?.name ?? words(board.game.form)).toLowerCase();
  return rules.turn_taking === "moderated" ? "moderated" : words(rules.order);
}

/** What the method says now: of the decision, or, before it, of the stances last stated. */
export function standing(run) {
  const method = run.rules.voting_method;
  if (run.decision) {
    const { share, winner, reached } = run.decision;
    return { share, winner: winner ?? null, leading: winner ?? null, reached, decided: true };
  }
  const ballots = run.ballots.map(({ stance, weight }) => ({ choice: side(stance), weight }));
  const now = tally(ballots, method);
  return { ...now, reached: now.winner !== null && now.share >= run.threshold - 1e-9, decided: false };
}

/** The consensus meter, or what stands in its place, and the four figures. */
export function gauge(run) {
  const tokens = run.usage.input_tokens + run.usage.output_tokens;
  return html`<div class="meter">
    ${standingOf(run)}
    <dl class="facts">
      ${run.board ? fact("moves", `${run.board.moves} of ${run.expected}`) : fact("turns", `${run.turns} of ${run.expected}`)}
      ${run.board ? fact("refused", run.silent) : fact("polarization", shown(polarization(run.ballots.map((ballot) => ballot.stance))))}
      ${fact(run.usage.estimated ? "tokens, est." : "tokens", short(tokens))}
      ${fact(run.simulated ? "simulated" : "cost", dollars(run.usage.cost_usd))}
    </dl>
  </div>`;
}

const shown = (value) => (value === null ? "–" : two(value));

/** On options there is nothing to measure before the vote, and where nobody votes there is no consensus. */
function standingOf(run) {
  if (run.board) return lead(run);
  if (!run.votesAtEnd) return inTalk(run);
  return run.options.length ? onOptions(run) : onProposal(run);
}

function inTalk({ ballots }) {
  const mean = ballots.reduce((sum, { stance }) => sum + stance, 0) / ballots.length;
  return html`<div class="row">
    <span><span class="big">${ballots.length ? signed(mean) : "–"}</span> <small>${ballots.length ? "mean stance" : "nobody has spoken yet"}</small></span>
    <small>nobody votes</small>
  </div>`;
}

function onOptions({ options, rules, decision, votes, seats }) {
  const rule = ruleName(rules.voting_method);
  const choosing = votes.length ? `${votes.length} of ${counted(seats.length, "ballot")} in` : "no vote yet";
  if (!decision?.winner) {
    return html`<div class="row"><span><span class="big">${options.length}</span> <small>options, by ${rule}</small></span>
      <small>${decision ? "no decision" : choosing}</small></div>`;
  }
  return html`<div class="row">
      <span><span class="big">${two(decision.share)}</span> <small>place “${decision.winner}” first</small></span>
      <small>${decision.reached ? "consensus" : "no consensus"}</small>
    </div>
    ${tickedBar(decision.share, decision.threshold)}`;
}

function onProposal(run) {
  const now = standing(run);
  const method = run.rules.voting_method;
  const supports = now.leading
    ? `${SUPPORT[method]} ${now.leading}`
    : run.turns ? "neither side leads" : "nobody has spoken yet";
  const verdict = run.decision ? (now.reached ? "consensus" : "no consensus") : now.reached ? "consensus so far" : "not yet consensus";
  return html`<div class="row">
      <span><span class="big">${two(now.share)}</span> <small>${supports}</small></span>
      <small>${verdict}</small>
    </div>
    ${tickedBar(now.share, run.threshold)}`;
}

const fact = (name, value) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`;

/** The end of a run: the decision in one sentence, and the minority report under it. */
export function outcome(run) {
  if (run.failure && run.status === "failed") return html`<section class="outcome" aria-label="Failure">${problemNote(run.failure)}</section>`;
  if (run.board?.comparison) return verdict(run);
  if (!run.votesAtEnd && run.termination) return html`<section class="outcome" aria-label="Outcome"><p>${ended(run.termination)}</p></section>`;
  if (!run.decision) return nothing;
  return html`<section class="outcome" aria-label="Decision">
    <p>${run.options.length ? chosen(run) : sentence(run)}</p>
    ${run.decision.dissent.length ? minority(run) : nothing}
  </section>`;
}

const ended = ({ reason, detail }) => (reason === "max_rounds" ? `The talk ended after ${detail}.` : `The talk ended: ${detail}.`);

const REASONS = {
  no_votes: "nobody voted for or against",
  no_quorum: "too few voted",
  tie: "it is a tie",
  threshold: "no side has what the method asks for",
};

function sentence(run) {
  const { winner, reached, share, threshold, reason, tally: counts } = run.decision;
  const votes = `${counts.for} for, ${counts.against} against${counts.abstain ? `, ${counts.abstain} abstaining` : ""}`;
  const part = `${two(share)} ${SUPPORT[run.decision.method] ?? "of the votes"}`;
  if (!winner) return `No decision: ${REASONS[reason] ?? words(reason ?? "")} (${votes}).`;
  const carried = winner === "for" ? "The panel says yes" : "The panel says no";
  return reached
    ? `${carried}, with ${part}; the threshold was ${two(threshold)} (${votes}).`
    : `No consensus: “${winner}” carries with ${part}, below the threshold of ${two(threshold)} (${votes}).`;
}

/** What a rule on options came to; a consensus is about first places, whatever the rule counts. */
function chosen({ options, decision }) {
  const { method, winner, winners = [], reached, share, threshold, reason } = decision;
  const rule = ruleName(method);
  if (winner) {
    const text = options.find((option) => option.id === winner)?.text ?? winner;
    const first = `${two(share)} of the voters place it first`;
    return reached
      ? html`By ${rule} the panel chooses <b>${winner}</b>: “${text}”. It is a consensus: ${first}; the threshold was ${two(threshold)}.`
      : html`By ${rule} <b>${winner}</b> wins: “${text}”. It is no consensus: ${first}, below the threshold of ${two(threshold)}.`;
  }
  if (reason === "tie") return html`No decision: by ${rule} a tie between ${winners.map((option, index) => html`${index ? (index === winners.length - 1 ? " and " : ", ") : ""}<b>${option}</b>`)}.`;
  const why = { no_votes: "nobody handed in a ballot", no_quorum: "too few voted", no_winner: `by ${rule} no option beats every other` };
  return `No decision: ${why[reason] ?? words(reason ?? "")}.`;
}

function minority(run) {
  const people = run.decision.dissent;
  return html`<div class="minority">
    <h2>Minority report · ${counted(people.length, "voice")}</h2>
    <ul>
      ${people.map((one) => {
        const seat = run.seats.find((each) => each.id === one.speaker) ?? { seat: 7, name: one.name };
        return html`<li>${avatar(seat, "small")}<div><b>${one.name}</b>, ${run.options.length ? html`first <b>${one.choice || "none"}</b>` : html`<span class="side ${one.choice}">${one.choice}</span>`}: <q>${one.reason}</q></div></li>`;
      })}
    </ul>
  </div>`;
}
