/**
 * The runs that were read so far, newest first: the newest page, which is read again and again,
 * and older ones, which are read once.
 */
export class Listing {
  /** @type {any[]} */
  runs = [];
  /** Where older runs begin; nothing when all have been read. @type {string|undefined} */
  next;
  #older = false;

  /** Takes the newest page: what it does not hold of its own stretch is gone. */
  renew({ runs, next }) {
    const last = runs.at(-1);
    const known = new Set(runs.map((run) => run.id));
    const older = next ? this.runs.filter((run) => !known.has(run.id) && Date.parse(run.created) <= Date.parse(last.created)) : [];
    this.runs = [...runs, ...older];
    if (!this.#older || !next) this.next = next;
  }

  /** Takes the page that begins at `next`. */
  extend({ runs, next }) {
    const known = new Set(this.runs.map((run) => run.id));
    this.runs = [...this.runs, ...runs.filter((run) => !known.has(run.id))];
    this.next = next;
    this.#older = true;
  }
}
