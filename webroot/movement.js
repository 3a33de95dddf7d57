/** How a panel moves: the measures of a result document, round by round, while the run goes on. */
import { side } from "./tally.js";

/** Camps are divided by a gap wider than this. */
const GAP = 0.5;

/** A stance that changes by less has not moved. */
const STILL = 1e-9;

const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** @param {number[]} stances from 0 (one voice) to 1 (two poles); null without stances */
export function polarization(stances) {
  if (!stances.length) return null;
  const middle = mean(stances);
  return mean(stances.map((stance) => (stance - middle) ** 2));
}

/** @param {number[]} stances how many camps there are, between which nobody stands */
export function camps(stances) {
  const sorted = stances.toSorted((a, b) => a - b);
  return sorted.filter((stance, index) => index === 0 || stance - sorted[index - 1] > GAP).length;
}

/** @param {number[]} stances above 5/9 hints at two camps; null below four, or where all are alike */
export function bimodality(stances) {
  const n = stances.length;
  const middle = mean(stances);
  const moment = (order) => mean(stances.map((stance) => (stance - middle) ** order));
  const variance = n < 4 ? 0 : moment(2);
  if (variance < 1e-12) return null;
  const skewness = (moment(3) / variance ** 1.5) * (Math.sqrt(n * (n - 1)) / (n - 2));
  const excess = ((n - 1) / ((n - 2) * (n - 3))) * ((n + 1) * (moment(4) / variance ** 2 - 3) + 6);
  return (skewness ** 2 + 1) / (excess + (3 * (n - 1) ** 2) / ((n - 2) * (n - 3)));
}

/**
 * The steps of those who had spoken before: the share of the moves that went towards the mean of
 * the others, and the share of the steps to the other side; null where there are none.
 * @param {Map<number, number>} before @param {Map<number, number>} after stances by seat
 */
function steps(before, after) {
  let moved = 0;
  let joined = 0;
  let flipped = 0;
  for (const [seat, then] of before) {
    const now = after.get(seat) ?? then;
    const others = [...before].filter(([other]) => other !== seat).map(([, stance]) => stance);
    const [was, is] = [side(then), side(now)];
    if (was !== "abstain" && is !== "abstain" && was !== is) flipped += 1;
    if (Math.abs(now - then) <= STILL) continue;
    moved += 1;
    if (others.length && (now - then) * (mean(others) - then) > 0) joined += 1;
  }
  return { conformity: moved ? joined / moved : null, flips: before.size ? flipped / before.size : null };
}

/**
 * How a panel moves: for the cards and after each round, what everybody last said. Who has not
 * spoken yet still stands where the card does, and a first word is no step.
 * @param {any[]} seats @param {any[]} rounds
 * @typedef {{round: number, polarization: number, mean: number, low: number, high: number,
 *   clusters: number, bimodality: number|null, conformity: number|null, flips: number|null}} Point
 * @return {Point[]}
 */
export function course(seats, rounds) {
  const stances = new Map(seats.map((seat) => [seat.seat, seat.start]));
  const said = new Map();
  const measure = (round, moves) => {
    const all = [...stances.values()];
    return {
      round,
      polarization: polarization(all) ?? 0,
      mean: mean(all),
      low: Math.min(...all),
      high: Math.max(...all),
      clusters: camps(all),
      bimodality: bimodality(all),
      ...moves,
    };
  };
  const points = [measure(0, { conformity: null, flips: null })];
  for (const round of rounds) {
    const spoken = round.entries.filter((entry) => entry.turn);
    const before = new Map(said);
    spoken.forEach((entry) => stances.set(entry.seat, entry.turn.stance));
    spoken.forEach((entry) => said.set(entry.seat, entry.turn.stance));
    if (spoken.length) points.push(measure(round.number, steps(before, said)));
  }
  return points;
}
