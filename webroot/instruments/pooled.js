import { html, nothing } from "lit";
import { two, words } from "../format.js";
import { parted } from "../strategies.js";

/** @param {any} run what was pooled of the stances last stated, in a line */
export function pooled({ aggregate }) {
  if (typeof aggregate?.value !== "number") return nothing;
  const [operator, weighting] = parted(aggregate.strategy);
  return html`<p class="caption">Pooled confidence in a yes: ${two(aggregate.value)} <span class="quiet">(${words(operator)}, ${words(weighting)})</span></p>`;
}
