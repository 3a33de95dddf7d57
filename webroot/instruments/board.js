import { html, nothing } from "lit";
import { plain, words } from "../format.js";
import { FORMS, figuresOf } from "../games.js";
import { head } from "./card.js";
import { figure } from "./figure.js";

/** A game over its rounds: what each earned, what each set, and every figure of its world. */
export function board(run, view) {
  const { game, rounds, worlds } = run.board;
  const rules = FORMS[game.form]?.rules ?? "";
  if (!rounds.length) return html`<div class="card">${head("The board", `${rules} Nobody has moved yet.`)}</div>`;
  return html`
    ${worlds.length ? figure({ name: "Earned", sub: `${rules} This is what each has earned so far.`, lines: ofSeats(run, (id) => run.board.earnings(id)) }, view) : nothing}
    ${levers(run).map((lever) => figure(lever, view))}
    ${worlds.length ? figuresOf(game.name).map((one) => figure({ ...one, lines: worldLines(run, one) }, view)) : nothing}`;
}

/** What is set in each round: one figure for each lever there is. */
function levers(run) {
  const moves = run.board.rounds.flatMap((round) => round.moves);
  return [...new Set(moves.map((move) => move.lever))].map((lever) => {
    const named = new Map(moves.filter((move) => move.lever === lever && move.word).map((move) => [move.word, move.value]));
    return {
      name: `Moves: ${words(lever)}`,
      sub: named.size ? [...named].map(([word, value]) => `${plain(value)} is ${words(word)}`).join(", ") : "what each set, round by round",
      share: moves.every((move) => move.lever !== lever || (move.value >= 0 && move.value <= 1)),
      lines: ofSeats(run, (id) => moves.filter((move) => move.lever === lever && move.speaker === id).map((move) => ({ round: move.round, value: move.value }))),
    };
  });
}

const ofSeats = (run, points) => run.seats.map((seat) => ({ name: seat.name, seat: seat.seat, points: points(seat.id) })).filter((line) => line.points.length);

/** @param {import("../games.js").Figure} one */
function worldLines(run, { id, name, each, past }) {
  const worlds = run.board.worlds.filter(({ round }) => round || !past);
  const points = (of) => worlds.map(({ round, world }) => ({ round, value: of(world[id]) }));
  return each ? ofSeats(run, (speaker) => points((figures) => figures[speaker] ?? 0)) : [{ name, seat: null, points: points((figure) => figure) }];
}
