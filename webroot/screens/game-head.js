import { html, nothing } from "lit";
import { counted, exact, surname, two } from "../format.js";
import { figuresOf } from "../games.js";

/** The seats with what each has earned, the most first. */
const ranked = (run) => run.seats.map((seat) => ({ ...seat, total: run.board.total(seat.id) })).sort((a, b) => b.total - a.total);

const ahead = (first, second) => (second.total < first.total ? `${exact(first.total - second.total)} ahead of ${surname(second.name)}` : `level with ${surname(second.name)}`);

/** Who leads, in place of a consensus. */
export function lead(run) {
  if (!run.board.world) return html`<div class="row"><span><span class="big">–</span> <small>nobody has earned anything yet</small></span></div>`;
  const [first, second] = ranked(run);
  return html`<div class="row">
    <span><span class="big">${exact(first.total)}</span> <small>earned by ${surname(first.name)}</small></span>
    <small>${second ? ahead(first, second) : nothing}</small>
  </div>`;
}

/** @param {any} run the leader in few words, for where there is little room */
export function leader(run) {
  const [first] = ranked(run);
  return run.board.world ? `${surname(first.name)} leads with ${exact(first.total)}` : "nobody has moved yet";
}

/** What a game came to, once it is closed. */
export function verdict(run) {
  const seats = ranked(run);
  const best = seats.filter((seat) => seat.total === seats[0].total);
  const rest = seats.slice(best.length).map((seat) => `${seat.name} ${exact(seat.total)}`).join(", ");
  const { reason, detail } = run.termination ?? { reason: "max_rounds" };
  return html`<section class="outcome" aria-label="Outcome">
    <p>${run.board.world
      ? html`${best.map((seat) => seat.name).join(" and ")} earned most, <b>${exact(best[0].total)}</b>${best.length > 1 ? " each" : ""} over ${counted(run.board.worlds.length - 1, "round")}${rest ? `; ${rest}` : ""}.`
      : "Nobody played."}</p>
    ${reason === "max_rounds" ? nothing : html`<p class="ended quiet">It ended early: ${detail}.</p>`}
  </section>`;
}

/** The dots of a round's strip: how much restraint each move shows. */
export const restraints = (round, say) =>
  round.entries.flatMap(({ seat, move }) => (move ? [{ seat, name: move.name, stance: 2 * move.restraint - 1, said: say(move) }] : []));

/** The figures of all together, before and after a round. */
export function world(run, number) {
  const round = run.board.round(number);
  if (!round?.after) return nothing;
  const whole = figuresOf(run.board.game.name).filter((figure) => !figure.each);
  const change = ({ id, past }) => (past && !round.before.round ? "" : `${two(round.before[id])} → `) + two(round.after[id]);
  return html`<dl class="world" aria-label="The world after round ${number}">${whole.map((figure) => html`<div><dt>${figure.name.toLowerCase()}</dt><dd>${change(figure)}</dd></div>`)}</dl>`;
}
