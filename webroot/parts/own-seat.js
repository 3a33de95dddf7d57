import { html } from "lit";
import { participant } from "../person.js";

/** The field by which somebody takes a seat in a run that they start. */
export const ownSeat = () => html`<fieldset class="own-seat">
  <label class="check"><input type="checkbox" name="own_seat"> <span>Take a seat yourself</span></label>
  <label><span class="unseen">What the others call you</span><input name="own_name" maxlength="64" placeholder="your name" autocomplete="nickname"></label>
</fieldset>`;

/** The personas of a run, and who takes a seat beside them. @param {string[]} panel @param {FormData} fields */
export const seated = (panel, fields) =>
  fields.get("own_seat") ? [...panel, participant(String(fields.get("own_name") ?? ""))] : panel;
