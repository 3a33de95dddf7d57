import { html, nothing } from "lit";
import { counted, surname, two } from "../format.js";
import { avatar } from "../parts/avatar.js";
import { bar } from "../parts/meter.js";
import { ruleName } from "../rules.js";
import { ballots, optionHead } from "./ballots.js";
import { head } from "./card.js";
import { ifVotedNow } from "./now.js";
import { otherRules } from "./other-rules.js";
import { pooled } from "./pooled.js";

/** Who voted what and why, and what other rules would have made of it. */
export function votes(run, view) {
  if (!run.votes.length) {
    const waiting = run.options.length
      ? `The panel chooses among ${run.options.length} options after its last round, by ${ruleName(run.rules.voting_method)}.`
      : "The panel votes after its last round.";
    return html`<div class="card">${head("Votes", run.over ? "No vote was taken." : waiting)}
        ${run.options.length ? html`<ul class="options">${run.options.map((option) => html`<li>${optionHead(option)}</li>`)}</ul>` : nothing}
      </div>
      ${ifVotedNow(run)}`;
  }
  return html`${run.options.length ? ballots(run, view) : choices(run, view)}
    ${otherRules(run, view.recount.want(run))}`;
}

function choices(run, view) {
  const weighted = run.rules.voting_method === "weighted";
  const weight = (choice) => run.votes.filter((vote) => vote.choice === choice).reduce((sum, vote) => sum + (weighted ? vote.weight : 1), 0);
  const cast = weight("for") + weight("against") || 1;
  const rows = ["for", "against"].map((choice) => ({ choice, share: weight(choice) / cast, count: run.votes.filter((vote) => vote.choice === choice).length }));
  const abstained = run.votes.filter((vote) => vote.choice === "abstain").length;
  return html`<div class="card">
      ${head("The vote", `${ruleName(run.rules.voting_method)}; the tick is the consensus threshold of ${two(run.threshold)}${abstained ? `; ${abstained} abstained` : ""}`, view)}
      ${view.table
        ? voteTable(run)
        : html`<div class="bars">${rows.map((row) => bar(row.choice, row.choice, row.share, run.threshold, `${two(row.share)} · ${counted(row.count, "vote")}`))}</div>`}
      ${pooled(run)}
    </div>
    <div class="card">
      ${head("Who voted how, and why", "The share of the weight is in brackets.")}
      <ul class="reasons">${run.votes.map(
        (vote) => html`<li>${avatar(vote, "small")}<div><b>${vote.name}</b> <span class="side ${vote.choice}">${vote.choice}</span>
          <span class="quiet">(${two(vote.weight)}) confidence ${two(vote.confidence)}</span><p>${vote.reason}</p></div></li>`,
      )}</ul>
    </div>`;
}

const voteTable = (run) => html`<table>
  <caption class="unseen">Votes</caption>
  <thead><tr><th scope="col">persona</th><th scope="col">vote</th><th scope="col" class="num">confidence</th><th scope="col" class="num">weight</th></tr></thead>
  <tbody>${run.votes.map((vote) => html`<tr><td>${surname(vote.name)}</td><td>${vote.choice}</td><td class="num">${two(vote.confidence)}</td><td class="num">${two(vote.weight)}</td></tr>`)}</tbody>
</table>`;
