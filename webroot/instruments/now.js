import { html, nothing } from "lit";
import { two } from "../format.js";
import { PROPOSAL_RULES } from "../rules.js";
import { side, tally } from "../tally.js";
import { head } from "./card.js";

/** The stances last stated counted as votes for or against; nothing where the panel chooses among options. */
export function ifVotedNow(run) {
  if (!run.turns || run.options.length) return nothing;
  const ballots = run.ballots.map(({ stance, weight }) => ({ choice: side(stance), weight }));
  return html`<div class="card">
    ${head("If the panel voted now", "The stances last stated, counted as votes, by other rules. Where the winner changes, the rule decides.")}
    <table>
      <caption class="unseen">If the panel voted now, by rule</caption>
      <tbody>${PROPOSAL_RULES.map(([method, name]) => {
        const now = tally(ballots, method);
        const figure = method === "weighted" ? two(now.share) : `${Math.max(now.yes, now.no)} : ${Math.min(now.yes, now.no)}`;
        return html`<tr><td>${name}</td><td class="num">${now.winner ? html`<span class="side ${now.winner}">${now.winner}</span> ${figure}` : "no decision"}</td></tr>`;
      })}</tbody>
    </table>
  </div>`;
}
