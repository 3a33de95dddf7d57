import { html, nothing } from "lit";
import { FORM_HEADS, mark, shareFirst, voteWords } from "../ballot.js";
import { counted, plain, surname, two } from "../format.js";
import { avatar } from "../parts/avatar.js";
import { optionBar, scaleBar } from "../parts/meter.js";
import { counts, lowestWins, ruleName } from "../rules.js";
import { head } from "./card.js";
import { pooled } from "./pooled.js";

/** A vote on options: which came first with how many, what the rule counted, and who wrote what on the ballot. */
export function ballots(run, view) {
  const rule = run.rules.voting_method;
  const cast = run.votes.map((vote) => vote.ballot).filter(Boolean);
  const scores = run.decision?.scores ?? {};
  const rows = run.options.map((option) => ({
    ...option,
    first: shareFirst(option.id, cast),
    score: scores[option.id],
    wins: run.decision?.winners?.includes(option.id) ?? false,
  }));
  const scored = rule !== "plurality" && rows.some((row) => row.score !== undefined);
  const shown = `${ruleName(rule)} on ${counted(rows.length, "option")}. The bar is who places an option first, the tick the consensus threshold of ${two(run.threshold)}.`;
  return html`<div class="card">
      ${head("The vote", shown, view)}
      ${view.table
        ? optionTable(rows, rule, scored)
        : html`<ul class="options">${rows.map(
            (row) => html`<li class=${row.wins ? "wins" : ""}>${optionHead(row)}${optionBar(row.first, run.threshold, `${two(row.first)} place it first`)}</li>`,
          )}</ul>`}
      ${pooled(run)}
    </div>
    ${scored && !view.table ? measure(rows, rule) : nothing}
    ${sheetOf(run, cast)}
    <div class="card">
      ${head("Why they voted so", "The confidence is what each says of the own vote.")}
      <ul class="reasons">${run.votes.map(
        (vote) => html`<li>${avatar(vote, "small")}<div><b>${vote.name}</b> <span class="quiet">confidence ${two(vote.confidence)}</span>
          <p class="voted">${voteWords(vote)}</p><p>${vote.reason}</p></div></li>`,
      )}</ul>
    </div>`;
}

/** An option by its id and in words, and whether it wins. */
export const optionHead = (row) => html`<p class="option-head"><b>${row.id}</b>${row.wins ? html` <span class="won">wins</span>` : nothing} <span>${row.text}</span></p>`;

function optionTable(rows, rule, scored) {
  return html`<table>
    <caption class="unseen">Options, the share of voters who place each first, and what the rule counted</caption>
    <thead><tr><th scope="col">option</th><th scope="col" class="num">first</th>${scored ? html`<th scope="col" class="num">${counts(rule) || "counted"}</th>` : nothing}<th scope="col" class="num">outcome</th></tr></thead>
    <tbody>${rows.map(
      (row) => html`<tr><td>${row.id}</td><td class="num">${two(row.first)}</td>${scored ? html`<td class="num">${row.score === undefined ? "–" : plain(row.score)}</td>` : nothing}<td class="num">${row.wins ? "wins" : ""}</td></tr>`,
    )}</tbody>
  </table>`;
}

function measure(rows, rule) {
  const values = rows.map((row) => row.score ?? 0);
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values, low + 1e-9);
  return html`<div class="card">
    ${head(`What ${ruleName(rule)} counts`, `${counts(rule) || "its figures"}${lowestWins(rule) ? "" : "; the most wins"}`)}
    <div class="bars options-bars">${rows.map((row) => scaleBar(row.id, row.score ?? 0, low, high, row.score === undefined ? "–" : plain(row.score)))}</div>
  </div>`;
}

/** The ballots side by side: a row for each voter, a column for each option. */
function sheetOf(run, cast) {
  const form = cast[0]?.form;
  const [title, sub] = FORM_HEADS[form] ?? ["Who voted what", ""];
  const shade = (strength) => `shade-${Math.min(7, Math.round(strength * 7))}`;
  return html`<div class="card">
    ${head(title, sub)}
    <div class="wide" tabindex="0" role="group" aria-label=${title}><table class="ballots">
      <caption class="unseen">${title}: a row for each voter, a column for each option</caption>
      <thead><tr><th scope="col">persona</th>${run.options.map((option) => html`<th scope="col" title=${option.text}>${option.id}</th>`)}</tr></thead>
      <tbody>${run.votes.map(
        (vote) => html`<tr><th scope="row"><span>${avatar(vote, "small")}${surname(vote.name)}</span></th>
          ${run.options.map((option) => {
            const { text, strength } = mark(vote.ballot, option.id, run.options.length);
            return html`<td><span class=${shade(strength)}>${text}</span></td>`;
          })}</tr>`,
      )}</tbody>
    </table></div>
  </div>`;
}
