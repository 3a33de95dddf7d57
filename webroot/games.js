/** The policy games in words: which there are, who plays them usually, in which ways, and what their worlds hold. */

const HAWK = "national_security.realist_hawk";
const CHIPS = "chip_supply.pragmatist";

const LARGE = 1e6;

/**
 * Each form of a game is one set of rules; `roles` where the places at the board differ. A figure
 * has a name, its usual value, the least and the most it can be, and a meaning.
 */
export const FORMS = {
  precipice: {
    game: "agi_race",
    name: "Racing to the precipice",
    rules: "Each round is a race of its own: safety costs speed, and an unsafe winner may bring disaster on all.",
    topic: "How much safety should an AI team keep while others race for AGI?",
    panel: ["safety_research.catastrophist", "frontier_lab.pragmatist", "open_source.accelerationist"],
    figures: [
      ["mu", 1, 0.01, 100, "how much capability counts beside safety"],
      ["enmity", 0.6, 0, 1, "e: a safe win by another is worth 1 - e"],
    ],
  },
  regulation: {
    game: "agi_race",
    name: "Race under a regulator",
    rules: "Rounds of development towards one prize, safe or unsafe, while a regulator looks on.",
    topic: "Should an AI team skip safety to be first where a regulator looks on?",
    panel: ["safety_research.catastrophist", "open_source.accelerationist"],
    figures: [
      ["benefit", 4, 0, LARGE, "b: what all share in a round"],
      ["cost", 1, 0, LARGE, "c: what safety costs in a round"],
      ["speed", 1.5, 1.01, 10, "s: how many steps an unsafe round makes"],
      ["prize", 1000, 0, LARGE, "B: for who is there first"],
      ["steps", 9, 1, 500, "W: how many steps it takes"],
      ["disaster", 0.6, 0, 1, "p_r: the risk of a winner never safe"],
      ["detection", 0.1, 0, 1, "f: the chance that an unsafe round is found out"],
    ],
  },
  export_control: {
    game: "chip_war",
    name: "Export control",
    rules: "Two players: the first controls exports, the second works at chips of its own.",
    topic: "How far should exports of advanced chips be controlled, and how hard should the other side work at its own?",
    panel: [HAWK, CHIPS],
    roles: ["controls exports", "builds its own chips"],
    figures: [
      ["security", 0.8, -100, 100, "S: what control gains the first"],
      ["revenue", 1, 0.01, 100, "R: what control costs the first"],
      ["substitution", 0.3, -100, 100, "d: what the second's effort costs it"],
      ["base", 0.2, -100, 100, "g: the second's drive without control"],
      ["spur", 0.8, -100, 100, "theta: how much control spurs the second"],
      ["effort_cost", 1, 0.01, 100, "k: what effort costs the second"],
      ["imports", 1, 0, 100, "A: what free imports are worth to the second"],
      ["most_effort", 2, 0.1, 100, "the most effort there can be in a round"],
      ["budget", 10, 0.1, LARGE, "what each can spend over all rounds"],
      ["home_share", 0.2, 0, 1, "the second's share of its market at first"],
      ["growth", 0.2, 0, 10, "how fast effort turns into market share"],
    ],
  },
  bloc: {
    game: "chip_war",
    name: "Blocs",
    rules: "Blocs share chips with the others or restrict them, again and again.",
    topic: "Should a bloc share advanced chips with the others or restrict them?",
    panel: [HAWK, CHIPS, "international_org.institutionalist"],
    figures: [
      ["temptation", 5, 0, LARGE, "T: who restricts against one who shares"],
      ["reward", 3, 0, LARGE, "R: both share"],
      ["punishment", 1, 0, LARGE, "P: both restrict"],
      ["sucker", 0, 0, LARGE, "S: who shares against one who restricts"],
      ["discount", 0.9, 0, 1, "how much the next round counts"],
      ["growth", 0.1, 0, 10, "how fast earnings turn into market share"],
    ],
  },
};

const NAMES = { agi_race: "AGI race", chip_war: "Chip war" };

/** The games and the forms of each, for a choice. */
export const GAMES = Object.entries(NAMES).map(([id, name]) => ({
  name,
  forms: Object.entries(FORMS).filter(([, form]) => form.game === id),
}));

const WAYS = {
  model: "its model",
  dynamics: "the card",
  nash: "Nash",
  qre: "quantal response",
  tit_for_tat: "tit for tat",
  grim: "grim trigger",
  always_safe: "always safe",
  always_unsafe: "always unsafe",
  conditionally_safe: "safe if others are",
};

/** Who or what chooses the moves of a player: id and name. */
export const WAYS_TO_PLAY = Object.entries(WAYS);

/** @param {string} id */
export const wayName = (id) => WAYS[id] ?? id.replaceAll("_", " ");

/**
 * The figures of a world: of `each` player, or of all together; between 0 and 1 where `share`; of
 * rounds that were played, and so without a value at the start, where `past`.
 * @typedef {{id: string, name: string, sub: string, each: boolean, share: boolean, past?: boolean}} Figure
 * @type {Record<string, Figure[]>}
 */
const FIGURES = {
  agi_race: [
    { id: "progress", name: "Progress", sub: "rounds won so far, in expectation, or steps made", each: true, share: false },
    { id: "safety", name: "Safety kept", sub: "the mean over the rounds so far, 0 to 1", each: true, share: true, past: true },
    { id: "lead", name: "Lead", sub: "each one's share of the chance to win the round, or of its steps", each: true, share: true },
    { id: "risk", name: "Risk of disaster", sub: "in the round just played, 0 to 1", each: false, share: true, past: true },
    { id: "survival", name: "Survival", sub: "the chance that no disaster has happened so far", each: false, share: true },
  ],
  chip_war: [
    { id: "shares", name: "Market share", sub: "of the market for chips; all sum to 1", each: true, share: true },
    { id: "budgets", name: "Budget", sub: "what each can still spend", each: true, share: false },
    { id: "openness", name: "Openness of trade", sub: "in the round just played, from 0, closed, to 1", each: false, share: true, past: true },
  ],
};

/** @param {string} game @return {Figure[]} */
export const figuresOf = (game) => FIGURES[game] ?? [];
