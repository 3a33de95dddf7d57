import { html, nothing } from "lit";
import { counted, plain } from "../format.js";
import { problemNote, skeleton } from "../parts/bits.js";
import { counts, flagWords, formName, lowestWins, ruleName } from "../rules.js";
import { head } from "./card.js";

const named = (option) => html`<b>“${option}”</b>`;

const list = (rules) => rules.map(ruleName).join(", ");

/**
 * The same votes under every rule: who would win, whether that depends on the rule, who beats whom
 * one against one, and on whose vote it turned.
 * @param {any} run @param {import("../recount.js").Recount} recount
 */
export function otherRules(run, { tally, problem }) {
  const title = "The same votes, other rules";
  if (!tally) return html`<div class="card">${head(title, "")}${problem ? problemNote(problem) : skeleton(4)}</div>`;
  return html`<div class="card">
      ${head(title, "Counted again by the server; no model was asked.")}
      <p class="finding">${camps(tally)}</p>
      ${ruleTable(tally)}
      ${missing(tally)}
    </div>
    ${tally.majorities && tally.options.length > 2 ? majorities(tally) : nothing}
    <div class="card">${head("On whose vote it turned", "Each voter is left out once, and everything counted again.")}${pivotal(tally)}</div>`;
}

/** Whether the winner depends on the rule. */
function camps({ agree, camps: byWinner }) {
  const winners = Object.entries(byWinner);
  if (!winners.length) return "No rule names one winner.";
  if (agree) {
    const [[winner, rules]] = winners;
    return html`It does not depend on the rule: ${rules.length === 1 ? "the one rule" : `all ${rules.length} rules`} that name one winner name ${named(winner)}.`;
  }
  return html`The winner depends on the rule: ${winners
    .toSorted(([, a], [, b]) => b.length - a.length)
    .map(([winner, rules], index) => html`${index ? ", " : ""}${named(winner)} by ${counted(rules.length, "rule")}`)}.`;
}

const missingForm = (rule) => rule.flags.find((flag) => flag.startsWith("missing="))?.slice("missing=".length);

function ruleTable({ rules, chosen }) {
  return html`<table class="rules">
    <caption class="unseen">Each rule, the winner it names, and what it counted</caption>
    <thead><tr><th scope="col">rule</th><th scope="col">winner</th></tr></thead>
    <tbody>${rules.filter((rule) => !missingForm(rule)).map(
      (rule) => html`<tr class=${rule.rule === chosen.rule ? "own" : ""}>
        <th scope="row">${ruleName(rule.rule)}${rule.rule === chosen.rule ? html` <span class="quiet">this run's</span>` : nothing}</th>
        <td>${winner(rule)}<p class="quiet">${counting(rule)}</p></td>
      </tr>`,
    )}</tbody>
  </table>`;
}

function winner({ winners }) {
  if (!winners.length) return html`<span class="quiet">none</span>`;
  return winners.length > 1 ? html`<span>tie: ${winners.join(", ")}</span>` : html`<b>${winners[0]}</b>`;
}

/** What a rule counted, best first, and how it came by it. */
function counting({ rule, scores, order, flags }) {
  const by = lowestWins(rule) ? 1 : -1;
  const figures = Object.entries(scores).sort(([, a], [, b]) => by * (a - b)).map(([option, value]) => `${option} ${plain(value)}`);
  return [
    order && order.length > 2 ? order.join(" > ") : "",
    figures.length ? `${counts(rule) ? `${counts(rule)}: ` : ""}${figures.join(", ")}` : "",
    ...flags.filter((flag) => flag !== "tie").map(flagWords),
  ].filter(Boolean).join(" · ");
}

/** Rules that cannot be had, by what they would need. */
function missing({ rules }) {
  const needs = Map.groupBy(rules.filter(missingForm), missingForm);
  if (!needs.size) return nothing;
  const lacks = [...needs].map(([form, without]) => `${formName(form)} (${list(without.map((rule) => rule.rule))})`);
  return html`<p class="caption">Not counted, as the ballots hold no ${lacks.length > 1 ? `${lacks.slice(0, -1).join(", ")} or ${lacks.at(-1)}` : lacks[0]}.</p>`;
}

/** Option against option. */
function majorities({ options, majorities: { preferred, winner: beatsAll, smith_set: set, cycle } }) {
  const said = beatsAll
    ? html`${named(beatsAll)} beats every other option one against one.`
    : cycle
      ? html`Majorities go round in a circle: each of ${set.join(", ")} is beaten by another of them.`
      : set.length === options.length
        ? "No option beats every other, nor does any group of them beat the rest."
        : html`No option beats every other, but each of ${set.join(", ")} beats all the rest.`;
  const times = (one, other) => preferred[`${one}>${other}`] ?? 0;
  return html`<div class="card">
    ${head("One against one", "How many voters place the option of the row above that of the column; more than the other way round is bold.")}
    <p class="finding">${said}</p>
    <div class="wide" tabindex="0" role="group" aria-label="One against one"><table class="duels">
      <caption class="unseen">How many voters place the option of the row above that of the column</caption>
      <thead><tr><th scope="col">above</th>${options.map((option) => html`<th scope="col" class="num">${option}</th>`)}</tr></thead>
      <tbody>${options.map(
        (one) => html`<tr><th scope="row">${one}</th>${options.map((other) =>
          one === other
            ? html`<td class="num quiet">–</td>`
            : html`<td class="num">${times(one, other) > times(other, one) ? html`<b>${times(one, other)}</b>` : times(one, other)}</td>`,
        )}</tr>`,
      )}</tbody>
    </table></div>
  </div>`;
}

function pivotal({ pivotal: people }) {
  if (!people.length) return html`<p class="finding">On nobody's: without any one of them every rule comes out the same.</p>`;
  return html`<dl class="pivotal">${people.map(
    ({ name, rules }) => html`<div><dt>${name} <span class="quiet">${counted(rules.length, "rule")}</span></dt><dd>${list(rules)}</dd></div>`,
  )}</dl>`;
}
