import { html } from "lit";
import { initials } from "../format.js";

/** The classes that give a seat its hue, and its dash once the eight hues are used up. */
export const tint = (seat) => `hue-${((seat % 8) + 8) % 8} dash-${Math.floor(Math.max(0, seat) / 8) % 4}`;

/** @param {{seat: number, name: string}} persona @param {string} [size] small, or as it is */
export const avatar = (persona, size = "") =>
  html`<span class="avatar ${tint(persona.seat)} ${size}" aria-hidden="true">${initials(persona.name)}</span>`;
