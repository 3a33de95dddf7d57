/** The 169 strategies in words: 13 operators make one probability of many, 13 weightings say whose counts how much. */

export const OPERATORS = {
  linear: "the weighted mean",
  logarithmic: "the weighted mean of the log odds",
  harmonic: "the weighted harmonic mean",
  power: "the weighted power mean",
  median: "the weighted median",
  trimmed: "the mean without the ends",
  winsorized: "the mean with the ends moved in",
  extremized: "the mean of the log odds, made bolder",
  beta_linear: "the mean, made bolder by a beta curve",
  bayes_odds: "the odds added up as evidence",
  dempster_shafer: "Dempster's rule of evidence",
  max_entropy: "the most cautious point of the middle band",
  confident_majority: "a vote of those who are confident",
};

export const WEIGHTINGS = {
  equal: "all alike",
  expertise: "by what each knows of the question",
  self_confidence: "by how sure each says to be",
  track_record: "by forecasts that came true",
  inverse_variance: "by how steady repeated answers are",
  cooke: "by answers to questions with known answers",
  degroot_trust: "by whom the trusted trust",
  surprisingly_popular: "by who foresaw the others' answers",
  contribution: "by what the group's forecasts lose without them",
  recency: "by how lately each spoke",
  diversity: "by how unlike the others each is",
  entropy: "by how far from even each answer is",
  role_balanced: "each group alike",
};

/** @param {string} id operator.weighting */
export function parted(id) {
  const dot = id.indexOf(".");
  return dot < 0 ? [id, ""] : [id.slice(0, dot), id.slice(dot + 1)];
}

/** Whether a weighting could not do what it is for, so that all weigh the same. */
export const fellBack = ({ flags }) => flags.some((flag) => flag === "weights_missing=equal" || flag === "weights_fallback=equal");

const FLAGS = {
  "weights_missing=equal": "nobody has what it weighs by, so all weigh the same",
  "weights_fallback=equal": "all weigh nothing by it, so all weigh the same",
  "weights_missing=mean": "who lacks what it weighs by gets the mean of the others",
  "clipped=true": "a sure answer was kept off 0 and 1",
  "infeasible=true": "the band it looks in is empty",
  empty_input: "nobody has spoken",
};

/** @param {string} flag of a strategy, in words */
export const flagWords = (flag) => FLAGS[flag] ?? flag.replaceAll("_", " ").replace("=", ": ");

/** Five steps to each side of an even 0.5, from -4 to 4, whatever the range of a run: maps can be compared. */
export function lean(value) {
  const off = Math.abs(value - 0.5);
  const step = off < 0.025 ? 0 : off < 0.1 ? 1 : off < 0.2 ? 2 : off < 0.3 ? 3 : 4;
  return value < 0.5 ? -step : step;
}
