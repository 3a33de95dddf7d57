import { html, nothing } from "lit";
import { counted, dollars, short, two, words } from "../format.js";
import { avatar } from "../parts/avatar.js";
import { problemNote } from "../parts/bits.js";
import { tickedBar } from "../parts/meter.js";
import { polarization, side, tally } from "../tally.js";

const SUPPORT = {
  weighted: "of the weight",
  majority: "of the votes",
  supermajority: "of the votes",
  unanimous: "of the votes",
};

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

/** The consensus meter and the four figures. */
export function gauge(run) {
  const now = standing(run);
  const method = run.rules.voting_method;
  const spread = polarization(run.ballots.map((ballot) => ballot.stance));
  const supports = now.leading
    ? `${SUPPORT[method]} ${now.leading}`
    : run.turns ? "neither side leads" : "nobody has spoken yet";
  const verdict = run.decision ? (now.reached ? "consensus" : "no consensus") : now.reached ? "consensus so far" : "not yet consensus";
  const tokens = run.usage.input_tokens + run.usage.output_tokens;
  return html`<div class="meter">
    <div class="row">
      <span><span class="big">${two(now.share)}</span> <small>${supports}</small></span>
      <small>${verdict}</small>
    </div>
    ${tickedBar(now.share, run.threshold)}
    <dl class="facts">
      ${fact("turns", `${run.turns} of ${run.expected}`)}
      ${fact("polarization", spread === null ? "–" : two(spread))}
      ${fact(run.usage.estimated ? "tokens, est." : "tokens", short(tokens))}
      ${fact(run.simulated ? "simulated" : "cost", dollars(run.usage.cost_usd))}
    </dl>
  </div>`;
}

const fact = (name, value) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`;

/** The end of a run: the decision in one sentence, and the minority report under it. */
export function outcome(run) {
  if (run.failure && run.status === "failed") return html`<section class="outcome" aria-label="Failure">${problemNote(run.failure)}</section>`;
  if (!run.decision) return nothing;
  return html`<section class="outcome" aria-label="Decision">
    <p>${sentence(run)}</p>
    ${run.decision.dissent.length ? minority(run) : nothing}
  </section>`;
}

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

function minority(run) {
  const people = run.decision.dissent;
  return html`<div class="minority">
    <h2>Minority report · ${counted(people.length, "voice")}</h2>
    <ul>
      ${people.map((one) => {
        const seat = run.seats.find((each) => each.id === one.speaker) ?? { seat: 7, name: one.name };
        return html`<li>${avatar(seat, "small")}<div><b>${one.name}</b>, <span class="side ${one.choice}">${one.choice}</span>: <q>${one.reason}</q></div></li>`;
      })}
    </ul>
  </div>`;
}
