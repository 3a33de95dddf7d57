/** A failure in its four parts, as every interface of LIDA gives it. */
export class Problem extends Error {
  /** @param {{code: string, title: string, detail?: string, fix?: string}} parts @param {number} status */
  constructor(parts, status = 0) {
    super(parts.title);
    this.code = parts.code;
    this.title = parts.title;
    this.detail = parts.detail ?? "";
    this.fix = parts.fix ?? "";
    this.status = status;
  }

  /** @param {unknown} cause */
  static of(cause) {
    if (cause instanceof Problem) return cause;
    return new Problem({
      code: "page",
      title: "the page could not do this",
      detail: cause instanceof Error ? cause.message : String(cause),
      fix: "reload the page",
    });
  }
}

/**
 * Asks the server; a failure is thrown as a {@link Problem}.
 * @param {string} path below /api/v1
 * @param {{method?: string, body?: unknown, key?: string, signal?: AbortSignal}} [options]
 */
export async function ask(path, { method = "GET", body, key, signal } = {}) {
  const headers = { accept: "application/json" };
  if (body !== undefined) headers["content-type"] = "application/json";
  if (key) headers["idempotency-key"] = key;
  let response;
  try {
    response = await fetch(`/api/v1${path}`, {
      method,
      headers,
      signal,
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw new Problem({
      code: "unreachable",
      title: "the server does not answer",
      detail: "it may be stopped, starting, or out of reach",
      fix: "lida serve",
    });
  }
  const answer = await response.json().catch(() => null);
  if (response.ok) return answer;
  throw new Problem(
    answer?.error ?? { code: String(response.status), title: `the server answered ${response.status}` },
    response.status,
  );
}

/** @param {Record<string, string|number|undefined>} values */
const query = (values) => {
  const set = Object.entries(values).filter(([, value]) => value !== undefined && value !== "");
  return set.length ? "?" + new URLSearchParams(set.map(([name, value]) => [name, String(value)])) : "";
};

const part = encodeURIComponent;

export const runs = {
  /** A page of runs, newest first, and as `next` where the page before it begins. */
  list: (before) => ask(`/runs${query({ before, limit: 500 })}`),
  start: (body, key) => ask("/runs", { method: "POST", body, key }),
  summary: (id) => ask(`/runs/${part(id)}/summary`),
  events: (id, after, signal) => ask(`/runs/${part(id)}/events${query({ after, limit: 500 })}`, { signal }),
  /** Its votes and stances under every rule and strategy. */
  tally: (id) => ask(`/runs/${part(id)}/tally`),
  command: (id, command) => ask(`/runs/${part(id)}/${command}`, { method: "POST" }),
  exported: (id, format) => `/api/v1/runs/${part(id)}/export${query({ format })}`,
};

export const studies = {
  /** Newest first. */
  list: () => ask("/studies?limit=500").then((answer) => answer.studies),
  show: (id, signal) => ask(`/studies/${part(id)}`, { signal }),
  /** How far it is; asks nothing of its runs. */
  summary: (id, signal) => ask(`/studies/${part(id)}/summary`, { signal }),
  command: (id, command) => ask(`/studies/${part(id)}/${command}`, { method: "POST" }),
  exported: (id) => `/api/v1/studies/${part(id)}`,
};

export const seats = {
  /** What the run waits for a person to say, oldest first. */
  owed: (run, person) => ask(`/runs/${part(run)}/seats/${part(person)}`).then((answer) => answer.turns),
  handIn: (run, person, turn) => ask(`/runs/${part(run)}/seats/${part(person)}`, { method: "POST", body: turn }),
};

export const personas = {
  list: () => ask("/personas").then((answer) => answer.personas),
  show: (id) => ask(`/personas/${part(id)}`).then((answer) => answer.persona),
  fork: (parent, body) => ask(`/personas/${part(parent)}/fork`, { method: "POST", body }),
};

export const agents = {
  list: () => ask("/agents").then((answer) => answer.agents),
  token: (id) => ask(`/agents/${part(id)}/token`, { method: "POST" }),
};
