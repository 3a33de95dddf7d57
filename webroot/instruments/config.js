import { html, nothing } from "lit";
import { counted, dollars, two, words } from "../format.js";
import { FORMS, wayName } from "../games.js";
import { ruleName } from "../rules.js";
import { head } from "./card.js";

/** Everything a run was given. */
export function config(run) {
  const { scenario, seed, reading, versions, scenario_digest: digestOf, notes, host } = run.manifest;
  const rulesOf = scenario.deliberation;
  const listed = (map) => Object.entries(map).map(([name, value]) => `${words(name)} ${typeof value === "number" ? two(value) : value}`).join(", ");
  const facts = [
    ["scenario", `${scenario.name} ${scenario.version}`],
    ["seed", seed],
    ...(scenario.game ? gameFacts(scenario.game) : [["order", `${rulesOf.order}, ${rulesOf.visibility}`]]),
    ...(run.moderator ? [["moderator", run.moderator.name]] : []),
    ...(run.votesAtEnd ? [["voting", `${ruleName(rulesOf.voting_method)}, consensus at ${rulesOf.consensus_threshold}${rulesOf.quorum ? `, quorum ${rulesOf.quorum}` : ""}`]] : []),
    ...(run.options.length ? [["options", html`<ul>${run.options.map((option) => html`<li><b>${option.id}</b> ${option.text}</li>`)}</ul>`]] : []),
    ...(run.board ? [] : [["pooling", words(rulesOf.aggregation)]]),
    ["stops", `after ${counted(scenario.simulation.max_rounds, "round")}${rulesOf.stop_on_consensus ? " or on consensus" : ""}`],
    ["read as", listed(reading.axes)],
    ["calls for", listed(reading.topics) || "nothing in particular"],
    ["budget", scenario.budget ? listed(scenario.budget) : "none"],
    ["spent", `${counted(run.usage.calls, "call")}, ${dollars(run.usage.cost_usd)}`],
    ["versions", Object.entries(versions).map(([name, version]) => `${name} ${version}`).join(", ")],
    ["host", host],
    ["digest", digestOf],
  ];
  return html`<div class="card">
      ${head("How this run was set up", "All of it is in the run's first event.")}
      <dl class="config">${facts.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>
      ${notes.length ? html`<p class="caption">${notes.join(" · ")}</p>` : nothing}
    </div>
    <div class="card">
      ${head("Seats", "Who speaks, by which model, with which weight")}
      <table><tbody>${run.seats.map(
        (seat) => html`<tr><td><a class="plain" href="/personas?id=${encodeURIComponent(seat.id)}">${seat.name}</a></td><td class="quiet">${playedBy(scenario.game, seat)}</td><td class="num">${two(seat.weight)}</td></tr>`,
      )}</tbody></table>
    </div>`;
}

function gameFacts({ form, parameters }) {
  const set = Object.entries(parameters ?? {}).map(([name, value]) => `${words(name)} ${value}`).join(", ");
  return [["game", FORMS[form]?.name ?? words(form)], ["figures", set || "the usual ones"]];
}

/** A player that code speaks for needs no model. */
function playedBy(game, seat) {
  const { by = "model", lambda } = game?.players?.[seat.id] ?? {};
  return by === "model" ? seat.model : `${wayName(by)}${lambda === undefined ? "" : `, lambda ${lambda}`}`;
}
