/**
 * Votes counted under the four methods, as the engine counts them, for "if the panel voted now".
 * The decision itself is always the engine's.
 */

/** A stance this near to 0 is for neither side. */
const NEUTRAL = 0.05;

/** @param {number} stance */
export const side = (stance) => (stance > NEUTRAL ? "for" : stance < -NEUTRAL ? "against" : "abstain");

/**
 * @param {{choice: string, weight: number}[]} ballots
 * @param {string} method
 */
export function tally(ballots, method) {
  const count = (choice) => ballots.filter((ballot) => ballot.choice === choice).length;
  const weight = (choice) =>
    ballots.reduce((sum, ballot) => (ballot.choice === choice ? sum + ballot.weight : sum), 0);
  const yes = count("for");
  const no = count("against");
  const weighing = method === "weighted" && weight("for") + weight("against") > 0;
  const pro = weighing ? weight("for") : yes;
  const con = weighing ? weight("against") : no;
  if (pro + con === 0) return { yes, no, share: 0, leading: null, winner: null };
  const share = Math.max(pro, con) / (pro + con);
  const leading = Math.abs(pro - con) < 1e-12 ? null : pro > con ? "for" : "against";
  const carries =
    method === "supermajority" ? 3 * Math.max(yes, no) >= 2 * (yes + no) : method === "unanimous" ? Math.min(yes, no) === 0 : true;
  return { yes, no, share, leading, winner: carries ? leading : null };
}
