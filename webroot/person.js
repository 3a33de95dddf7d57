/** Persons in seats: how a seat of one is written, and by what name it is asked for. */

const PERSON = "person/";

/** What somebody is called who gives no name. */
export const GUEST = "Guest";

/** The name in the model of a person's seat; empty where no person sits. */
export const personOf = (seat) => (seat?.model?.startsWith(PERSON) ? seat.model.slice(PERSON.length) : "");

/** The participant who is called so. @param {string} name */
export function participant(name) {
  const called = name.trim() || GUEST;
  const slug = called.toLowerCase().replaceAll(/[^a-z0-9_-]+/gu, "_").replaceAll(/^_+|_+$/gu, "");
  const id = (slug || "guest").slice(0, 64);
  return { id, role: called, model: PERSON + id };
}

/**
 * How many have spoken in a round whose speakers are not to hear each other, while a person has yet
 * to speak in it; undefined in any other round.
 */
export function unheardIn(run, round) {
  const owed = run.rules.order === "simultaneous" && waiting(run).some(({ call }) => round.entries.some((entry) => entry.call === call && (entry.kind === "turn" || entry.kind === "move")));
  return owed ? round.entries.filter((entry) => entry.turn ?? entry.move).length : undefined;
}

/** The calls of a run that wait for a person, each with the seat it is for. */
export function waiting(run) {
  if (run.status !== "running") return [];
  return [...run.pending.values()].flatMap((entry) => {
    const seat = entry.seat < 0 ? run.moderator : run.seats[entry.seat];
    const person = personOf(seat);
    return person ? [{ call: entry.call, person, seat }] : [];
  });
}
