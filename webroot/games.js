/** The policy games in words: which there are, who plays them usually, in which ways, and what their worlds hold. */

const HAWK = "national_security.realist_hawk";
const CHIPS = "chip_supply.pragmatist";

/** Each form of a game is one set of rules; `roles` where the places at the board differ. */
export const FORMS = {
  precipice: {
    game: "agi_race",
    name: "Racing to the precipice",
    rules: "Each round is a race of its own: safety costs speed, and an unsafe winner may bring disaster on all.",
    topic: "How much safety should an AI team keep while others race for AGI?",
    panel: ["safety_research.catastrophist", "frontier_lab.pragmatist", "open_source.accelerationist"],
  },
  regulation: {
    game: "agi_race",
    name: "Race under a regulator",
    rules: "Rounds of development towards one prize, safe or unsafe, while a regulator looks on.",
    topic: "Should an AI team skip safety to be first where a regulator looks on?",
    panel: ["safety_research.catastrophist", "open_source.accelerationist"],
  },
  export_control: {
    game: "chip_war",
    name: "Export control",
    rules: "Two players: the first controls exports, the second works at chips of its own.",
    topic: "How far should exports of advanced chips be controlled, and how hard should the other side work at its own?",
    panel: [HAWK, CHIPS],
    roles: ["controls exports", "builds its own chips"],
  },
  bloc: {
    game: "chip_war",
    name: "Blocs",
    rules: "Blocs share chips with the others or restrict them, again and again.",
    topic: "Should a bloc share advanced chips with the others or restrict them?",
    panel: [HAWK, CHIPS, "international_org.institutionalist"],
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
