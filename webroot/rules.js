/** The voting rules as people call them, and what their figures count. */

const ON_PROPOSAL = {
  majority: "Majority",
  supermajority: "Two thirds",
  unanimous: "Unanimous",
  weighted: "Weighted by expertise",
};

const ON_OPTIONS = {
  plurality: "Plurality",
  two_round: "Two rounds",
  borda: "Borda",
  condorcet: "Condorcet",
  copeland: "Copeland",
  minimax: "Minimax",
  schulze: "Schulze",
  ranked_pairs: "Ranked pairs",
  kemeny: "Kemeny",
  irv: "Instant runoff",
  coombs: "Coombs",
  approval: "Approval",
  score: "Score",
  star: "Score with runoff",
  majority_judgment: "Majority judgment",
  quadratic: "Quadratic",
  surprisingly_popular: "Surprisingly popular",
};

/** Rules that decide on a yes or no, and rules that choose among options: id and name. */
export const PROPOSAL_RULES = Object.entries(ON_PROPOSAL);
export const OPTION_RULES = Object.entries(ON_OPTIONS);

/** What the figures of a rule count; a rule that is not here says why by its order or not at all. */
const COUNTS = {
  majority: "share of the votes",
  supermajority: "share of the votes",
  unanimous: "share of the votes",
  weighted: "share of the weight",
  plurality: "first places",
  borda: "points by rank",
  copeland: "duels won, a draw half",
  minimax: "votes in the worst defeat; fewest win",
  approval: "approvals",
  score: "sum of marks",
  star: "sum of marks",
  majority_judgment: "middle grade, 0 to 5",
  quadratic: "votes bought",
  surprisingly_popular: "share found by share expected",
};

/** @param {string} id */
export const ruleName = (id) => ON_PROPOSAL[id] ?? ON_OPTIONS[id] ?? id.replaceAll("_", " ");

/** @param {string} id what its figures are; empty where it gives none */
export const counts = (id) => COUNTS[id] ?? "";

/** @param {string} id whether the lowest figure wins */
export const lowestWins = (id) => id === "minimax";

const FORMS = {
  ranking: "rankings",
  approval: "approvals",
  scores: "marks",
  grades: "grades",
  credits: "bought votes",
  prediction: "expectations",
};

/** @param {string} form what ballots of a form hold */
export const formName = (form) => FORMS[form] ?? form;

const FLAGS = {
  tie: "a tie",
  no_winner: "nobody beats every other",
  no_votes: "nobody voted for or against",
  no_quorum: "too few voted",
  threshold: "no side has what it asks for",
  empty_input: "there are no ballots",
  too_large: "too many options for it",
  "weights_fallback=equal": "all weigh the same, as nobody has weight",
};

/** @param {string} flag of a rule, in words */
export function flagWords(flag) {
  const [name, form = ""] = flag.split("=");
  if (name === "derived") return `read as ${formName(form)}`;
  if (name === "missing") return `the ballots hold no ${formName(form)}`;
  return FLAGS[flag] ?? flag.replaceAll("_", " ");
}
