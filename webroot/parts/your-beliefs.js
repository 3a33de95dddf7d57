import { html } from "lit";
import { words } from "../format.js";

const name = (id) => `axis:${id}`;

/**
 * The fields by which a person says what they believe on axes; one that is left empty says nothing.
 * @param {{id: string, low: string, high: string}[]} axes
 */
export const beliefFields = (axes) => axes.map(
  ({ id, low, high }) => html`<label class="your-belief"><span>What you believe on ${words(id)}</span>
    <input type="number" name=${name(id)} min="0" max="1" step="0.01" placeholder="0 to 1">
    <small><b>0</b> ${low}</small><small><b>1</b> ${high}</small></label>`,
);

/**
 * What was said on them; undefined when nothing was.
 * @param {{id: string}[]} axes @param {FormData} fields
 */
export function beliefsOf(axes, fields) {
  const said = axes.map(({ id }) => [id, String(fields.get(name(id)) ?? "").trim()]).filter(([, text]) => text !== "");
  return said.length ? { axes: Object.fromEntries(said.map(([id, text]) => [id, Number(text)])) } : undefined;
}
