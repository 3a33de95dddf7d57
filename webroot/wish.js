/** What the form for a new run is about: the kinds of runs, who sits in them usually, and what is sent. */
import { FORMS } from "./games.js";
import { figuresOf } from "./parts/figures.js";
import { optionsOf } from "./parts/options.js";
import { seated } from "./parts/own-seat.js";
import { playersOf } from "./parts/players.js";
import { OPTION_RULES } from "./rules.js";

const PANEL = ["safety_research.catastrophist", "open_source.accelerationist", "academic_ml.empiricist"];

export const DEMO = { topic: "Should AI development be paused?", personas: PANEL, rounds: 3, model: "sim/default", stream: true };

/** Each kind with the question that is suggested, and who sits where nobody says otherwise. */
export const KINDS = {
  debate: { name: "Debate", hint: "All speak in each round, then vote.", topic: DEMO.topic, panel: PANEL, rounds: 3 },
  quorum: { name: "Quorum", hint: "A panel assesses, discusses and takes a position.", topic: DEMO.topic, panel: PANEL, rounds: 3 },
  conversation: {
    name: "Conversation",
    hint: "One speaks at a time, and nobody votes.",
    topic: "Who should answer for the harm an AI system does?",
    panel: ["civil_rights.egalitarian", "investors_industry.libertarian"],
    rounds: 4,
  },
  game: { name: "Game", hint: "A policy game, with a referee in code.", rounds: 5 },
};

/** Who gives the floor, where nobody says otherwise. */
export const MODERATOR = "global_public.bridge_builder";

/** @param {string} kind @param {string} form of a game */
export const usual = (kind, form) => (kind === "game" ? { ...KINDS.game, ...FORMS[form] } : KINDS[kind]);

/** Whether the panel chooses among options, which then are wanted. */
export const choosesOptions = (kind, rule) => votes(kind) && OPTION_RULES.some(([id]) => id === rule);

/** @param {string} kind whether there is a vote at the end */
export const votes = (kind) => kind === "debate" || kind === "quorum";

/**
 * What is asked of the server.
 * @param {FormData} fields @param {{kind: string, form: string, rule: string, panel: string[]}} chosen
 */
export function wishOf(fields, { kind, form, rule, panel }) {
  const text = (name) => String(fields.get(name) ?? "").trim();
  const model = text("model");
  return {
    mode: kind,
    topic: text("topic") || usual(kind, form).topic,
    personas: seated(panel, fields),
    rounds: Number(fields.get("rounds")),
    stream: true,
    ...(model ? { model } : {}),
    ...(votes(kind) ? { voting_method: rule, consensus_threshold: Number(fields.get("consensus_threshold")) } : {}),
    ...(choosesOptions(kind, rule) ? { options: optionsOf(fields) } : {}),
    ...(kind === "conversation" ? talk(text("turn_taking"), text("moderator")) : {}),
    ...(kind === "game" ? { game: { name: FORMS[form].game, form, parameters: figuresOf(fields, form), players: playersOf(fields, panel) } } : {}),
  };
}

const talk = (taking, moderator) => (taking === "moderated" ? { turn_taking: taking, moderator } : { turn_taking: taking });
