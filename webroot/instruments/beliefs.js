import { html, nothing } from "lit";
import { signed, surname, two } from "../format.js";
import { AXES } from "../axes.js";
import { course, polarization } from "../movement.js";
import "../parts/beliefs.js";
import "../parts/course.js";
import { head } from "./card.js";
import { figure } from "./figure.js";
import { ifVotedNow } from "./now.js";

/** Where each stands round by round, how far apart they are, and who follows whom. */
export function beliefs(run, view) {
  const ends = run.options.length ? "from −1, no, to +1, yes" : "from −1, against, to +1, for";
  return html`<div class="card">
      ${head("Stance by round", ends, view)}
      ${view.table ? stanceTable(run) : html`<lida-beliefs .seats=${run.seats} .rounds=${run.rounds}></lida-beliefs>`}
    </div>
    ${run.turns ? apart(run, view) : nothing}
    ${axisLines(run).map((axis) => inPrivate(axis, view))}
    ${run.decision || !run.votesAtEnd ? nothing : ifVotedNow(run)}`;
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

function apart(run, view) {
  const points = course(run.seats, run.rounds);
  return html`<div class="card">
    ${head("How far apart, and who follows whom", "The band goes from the lowest stance to the highest. Polarization is 0 where all stand on one point, 1 where half stand at each end. Below it: of those who moved, the share that went towards the mean of the others, and the share of all that changed sides.", view)}
    ${view.table ? courseTable(points) : html`<lida-course .points=${points}></lida-course>`}
  </div>`;
}

/**
 * What was said in private on each belief axis that was asked for: a line for each persona, and one
 * for the mean of those who answered. The same asked again to see it waver is no step of it.
 * @return {{id: string, lines: import("../parts/lines.js").Line[], polarization: {round: number, value: number}[]}[]}
 */
export function axisLines(run) {
  const asked = run.manifest?.axes ?? [];
  const first = run.probes.filter((probe) => !/\..*\./.test(probe.id));
  return asked.map(({ id }) => {
    const said = first.filter((probe) => probe.axes?.[id] !== undefined);
    const rounds = [...new Set(said.map((probe) => probe.round))].sort((a, b) => a - b);
    const all = (round) => said.filter((probe) => probe.round === round).map((probe) => probe.axes[id]);
    const over = (of) => rounds.map((round) => ({ round, value: of(all(round)) }));
    const lines = run.seats.map(({ name, seat }) => ({
      name,
      seat,
      points: said.filter((probe) => probe.seat === seat).map((probe) => ({ round: probe.round, value: probe.axes[id] })),
    }));
    const mean = { name: "Mean", seat: null, points: over((beliefs) => beliefs.reduce((sum, belief) => sum + belief, 0) / beliefs.length) };
    return {
      id,
      lines: [...lines, mean].filter((line) => line.points.length),
      polarization: over((beliefs) => polarization(beliefs.map((belief) => 2 * belief - 1))),
    };
  });
}

function inPrivate({ id, lines, polarization: poles }, view) {
  const [, name, low, high] = AXES.find(([axis]) => axis === id) ?? [id, id, "low", "high"];
  const ends = `Asked in private, from 0, ${low}, to 1, ${high}.`;
  if (!poles.length) return html`<div class="card">${head(name, `${ends} Nobody has answered yet.`)}</div>`;
  const way = [...new Set([poles[0], poles.at(-1)])].map(({ round, value }) => `${two(value)} ${round ? `after round ${round}` : "at the start"}`);
  return figure({ name, sub: `${ends} Polarization ${way.join(", ")}.`, lines, share: true }, view);
}

const COLUMNS = [
  ["polar\u00adization", (point) => point.polarization],
  ["spread", (point) => point.high - point.low],
  ["to the others", (point) => point.conformity],
  ["changed sides", (point) => point.flips],
  ["bimo\u00addality", (point) => point.bimodality],
];

function courseTable(points) {
  return html`<div class="wide" tabindex="0" role="group" aria-label="Movement"><table>
    <caption class="unseen">Mean, polarization, spread, moves, camps and bimodality by round</caption>
    <thead><tr><th scope="col">round</th><th scope="col" class="num">mean</th>${COLUMNS.map(([name]) => html`<th scope="col" class="num">${name}</th>`)}<th scope="col" class="num">camps</th></tr></thead>
    <tbody>${points.map(
      (point) => html`<tr><th scope="row">${point.round || "card"}</th><td class="num">${signed(point.mean)}</td>
        ${COLUMNS.map(([, of]) => html`<td class="num">${of(point) === null ? "–" : two(of(point))}</td>`)}<td class="num">${point.clusters}</td></tr>`,
    )}</tbody>
  </table></div>`;
}
