import { LitElement, html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";

const FEWEST = 2;
const MOST = 9;

/**
 * A small list of options to be filled in: what each is called and what it means. Its fields belong
 * to the form around it, as `option_id` and `option_text`.
 */
class Options extends LitElement {
  static properties = {
    rows: { state: true },
  };

  constructor() {
    super();
    /** Keys of the rows, so that taking one out leaves the others as they were filled in. */
    this.rows = [0, 1, 2];
  }

  #next = 3;

  createRenderRoot() {
    return this;
  }

  render() {
    return html`<fieldset class="option-fields">
      <legend>Options · ${FEWEST} to ${MOST}, each a short id and what it means</legend>
      ${repeat(this.rows, (row) => row, (row, index) => this.#row(row, index + 1))}
      ${this.rows.length < MOST ? html`<button type="button" class="word" @click=${() => this.#add()}>add an option</button>` : nothing}
    </fieldset>`;
  }

  #row(row, number) {
    return html`<div class="option-row">
      <input name="option_id" required maxlength="40" pattern="[a-z0-9_\\-]+" title="a to z, 0 to 9, dash and underscore"
        aria-label="Id of option ${number}" placeholder=${["pause", "license", "open"][number - 1] ?? "id"} autocapitalize="off">
      <input name="option_text" required maxlength="500" aria-label="Option ${number} in words" placeholder="what it means, in a sentence">
      <button type="button" class="word" aria-label="take out option ${number}" ?disabled=${this.rows.length <= FEWEST}
        @click=${() => (this.rows = this.rows.filter((other) => other !== row))}>take out</button>
    </div>`;
  }

  async #add() {
    this.rows = [...this.rows, this.#next++];
    await this.updateComplete;
    /** @type {HTMLElement|null} */ (this.querySelector(".option-row:last-of-type input"))?.focus();
  }
}

customElements.define("lida-options", Options);

/** What was filled in. @param {FormData} fields */
export function optionsOf(fields) {
  const texts = fields.getAll("option_text");
  return fields.getAll("option_id").map((id, index) => ({ id: String(id).trim(), text: String(texts[index]).trim() }));
}
