import { html } from "lit";
import { words } from "../format.js";
import { FORMS } from "../games.js";

/** A field that is not filled in rightly is shown, so that one sees why nothing is sent. */
const unfold = { handleEvent: (event) => (event.currentTarget.open = true), capture: true };

/** What a form of a game is played with, folded away. Its fields belong to the form around it. */
export const figureFields = (form) => html`<details class="game-figures" @invalid=${unfold}>
  <summary>Figures of the game</summary>
  <div>
    ${FORMS[form].figures.map(
      ([name, usual, least, most, meaning]) => html`<label>
        <span>${words(name)}</span>
        <input name="figure:${name}" type="number" min=${least} max=${most} step="any" .value=${String(usual)} required>
        <small>${meaning}</small>
      </label>`,
    )}
  </div>
</details>`;

/** Those that are not as usual, as a game has them. @param {FormData} fields @param {string} form */
export const figuresOf = (fields, form) =>
  Object.fromEntries(
    FORMS[form].figures
      .map(([name, usual]) => [name, Number(fields.get(`figure:${name}`) ?? usual), usual])
      .filter(([, value, usual]) => value !== usual),
  );
