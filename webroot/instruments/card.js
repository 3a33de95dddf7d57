import { html, nothing } from "lit";
import { note } from "../router.js";

const twin = (view) => html`<button class="word" @click=${() => note({ table: view.table ? null : "1" })}>${view.table ? "as a chart" : "as a table"}</button>`;

/** What stands over an instrument; with a view, also the way from its chart to its table and back. */
export const head = (title, sub, view) => html`<div class="card-head"><h2>${title}</h2>${view ? twin(view) : nothing}</div><p class="sub">${sub}</p>`;
