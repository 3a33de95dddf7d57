import { plain } from "./format.js";

/** Ballots on options: what stands in them, and which options they place first, as the engine reads them. */

/** @param {Record<string, number>} values the options with the highest value above 0 */
function highest(values) {
  const best = Math.max(0, ...Object.values(values));
  return best > 0 ? Object.keys(values).filter((option) => values[option] === best) : [];
}

/** @param {any} ballot @return {string[]} the options it places first; none when it names nothing */
export function firstOf(ballot) {
  switch (ballot.form) {
    case "ranking":
      return ballot.levels[0] ?? [];
    case "approval":
      return ballot.approved;
    case "scores":
      return highest(ballot.scores);
    case "grades":
      return highest(ballot.grades);
    case "credits":
      return highest(ballot.votes);
    case "prediction":
      return [ballot.answer];
    default: // A form of a later version places nothing here; its words are still shown.
      return [];
  }
}

/** The share of the ballots that place an option first, in part where they share that place. */
export function shareFirst(option, ballots) {
  const sum = ballots.reduce((all, ballot) => {
    const first = firstOf(ballot);
    return first.includes(option) ? all + 1 / first.length : all;
  }, 0);
  return ballots.length ? sum / ballots.length : 0;
}

/** What a table of ballots of a form shows, in words. */
export const FORM_HEADS = {
  ranking: ["Who ranked what", "1 is the first place; – is left out, and so last."],
  approval: ["Who approves of what", "✓ would do."],
  scores: ["Who marked what", "From 0, the least, to 5, the best."],
  grades: ["Who graded what", "From 0, to reject, to 5, excellent."],
  credits: ["Who bought how many votes", "Below 0 they are against. v votes cost v² of 100 credits."],
  prediction: ["Who chose what, and expected what", "✓ is chosen; the figure is the share of voters expected to choose it."],
};

/**
 * What a ballot says of one option: its text, and from 0 to 1 how well the option stands.
 * @return {{text: string, strength: number}}
 */
export function mark(ballot, option, options) {
  switch (ballot.form) {
    case "ranking": {
      const level = ballot.levels.findIndex((ids) => ids.includes(option));
      if (level < 0) return { text: "–", strength: 0 };
      const before = ballot.levels.slice(0, level).flat().length;
      return { text: String(before + 1), strength: 1 - before / Math.max(1, options - 1) };
    }
    case "approval":
      return ballot.approved.includes(option) ? { text: "✓", strength: 1 } : { text: "–", strength: 0 };
    case "scores":
    case "grades": {
      const value = (ballot.scores ?? ballot.grades)[option] ?? 0;
      return { text: String(value), strength: value / 5 };
    }
    case "credits": {
      const value = ballot.votes[option] ?? 0;
      return { text: plain(value), strength: Math.max(0, value) / 10 };
    }
    case "prediction": {
      const expected = ballot.expects[option] ?? 0;
      const chosen = ballot.answer === option;
      return { text: `${chosen ? "✓ " : ""}${expected.toFixed(2)}`, strength: chosen ? 1 : 0 };
    }
    default:
      return { text: "?", strength: 0 };
  }
}

/** @param {any} vote what somebody voted, in a few words */
export function voteWords({ choice, ballot }) {
  if (choice) return choice;
  const marks = (values) => Object.entries(values).map(([option, value]) => `${option} ${plain(value)}`).join(" · ");
  switch (ballot?.form) {
    case "ranking":
      return ballot.levels.map((level) => level.join(" = ")).join(" > ");
    case "approval":
      return ballot.approved.length ? `approves of ${ballot.approved.join(", ")}` : "approves of none";
    case "scores":
      return marks(ballot.scores);
    case "grades":
      return marks(ballot.grades);
    case "credits":
      return marks(ballot.votes);
    case "prediction":
      return `${ballot.answer}, and expects ${(ballot.expects[ballot.answer] ?? 0).toFixed(2)} to agree`;
    default:
      return "";
  }
}
