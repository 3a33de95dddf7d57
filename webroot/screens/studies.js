import { LitElement, html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { studies } from "../api.js";
import { age, headline, words } from "../format.js";
import { Looking } from "../looking.js";
import { copyable, pill, problemNote, skeleton } from "../parts/bits.js";

/** All studies, newest first, and how one is begun. */
class StudiesScreen extends LitElement {
  static properties = { list: { state: true }, problem: { state: true } };

  constructor() {
    super();
    /** @type {any[]|null} */
    this.list = null;
    /** @type {import("../api.js").Problem|null} */
    this.problem = null;
    new Looking(this, async () => {
      this.list = await studies.list();
    });
  }

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    document.title = "Studies · LIDA";
  }

  render() {
    return html`<div class="page">
      ${this.problem ? problemNote(this.problem) : nothing}
      ${this.list === null ? (this.problem ? nothing : skeleton(9)) : this.list.length ? rows(this.list) : empty()}
    </div>`;
  }
}

const command = () => copyable(`lida run scenarios/null_arms.yaml \\
  --server ${location.origin}`, "copy the command");

const empty = () => html`<section class="empty">
  <h1>No study has been made here yet: ask one question many times, with and without deliberation, and see what deliberating adds.</h1>
  <p>A scenario that names arms and repeats is begun in a terminal:</p>
  ${command()}
</section>`;

const rows = (list) => html`<h1>Studies</h1>
  <p class="lead">One question asked many times, with deliberation and without.</p>
  <ul class="runs-list studies-list">
    <li class="head" aria-hidden="true"><span>status</span><span>question</span><span>runs ended, by arm</span><span>runs</span><span class="meta end">age</span></li>
    ${repeat(list, (study) => study.id, row)}
  </ul>
  <section class="another" aria-label="Begin another"><p class="quiet">Another is begun in a terminal:</p>${command()}</section>`;

const row = (study) => html`<li>
  ${pill(study.status)}
  <a class="topic" href="/studies/${study.id}">${headline(study.topic)}</a>
  <span class="arms">${Object.entries(study.arms).map(([arm, ended]) => progress(arm, ended, study.repeats))}</span>
  <span class="meta">${study.done} of ${study.runs}<span class="label"> runs</span></span>
  <time class="meta end" datetime=${study.created}>${age(study.created)}</time>
</li>`;

const progress = (arm, ended, planned) => html`<span>
  <svg aria-hidden="true"><rect class="base" width="100%" height="4" rx="2"></rect><rect class="fill" width="${(100 * ended) / planned}%" height="4" rx="2"></rect></svg>
  <span class="meta">${words(arm)} ${ended}<span class="unseen"> of ${planned}</span></span>
</span>`;

customElements.define("lida-studies", StudiesScreen);
