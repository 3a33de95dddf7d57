import { html, nothing, svg } from "lit";
import { AXES } from "../axes.js";
import { two, words } from "../format.js";
import { avatar, tint } from "../parts/avatar.js";

const at = (value) => `${(3 + 94 * value).toFixed(2)}%`;

/** Where beliefs of two cards are this far apart, the row is marked. */
const FAR = 0.4;

/**
 * A whole card.
 * @param {any} persona @param {number} seat decides the hue @param {any} [other] the card beside it
 */
export function card(persona, seat, other) {
  return html`<article class="persona ${tint(seat)}" aria-label=${persona.name}>
    <header>${avatar({ seat, name: persona.name })}
      <div><h2>${persona.name}</h2><span class="quiet">${words(persona.constituency)} · ${words(persona.disposition)} · ${persona.background.region}</span></div>
    </header>
    <p class="summary">${persona.background.summary}</p>
    ${persona.public_figure ? html`<p class="quiet">A simulation, not a statement by this person.</p>` : nothing}
    ${persona.parent ? html`<p class="quiet">Forked from <a href="/personas?id=${encodeURIComponent(persona.parent)}">${persona.parent}</a></p>` : nothing}
    <section>
      <h3>Beliefs</h3>
      ${AXES.map(([axis, name, low, high]) => beliefRow(persona, axis, name, low, high, other))}
      <p class="caption">The dot is the belief, the band how far it is open to move${other ? `; the hollow dot is ${other.name}` : ""}.</p>
    </section>
    <section>
      <h3>Argues</h3>
      ${persona.typical_arguments.map(
        (argument) => html`<div class="argument"><p>${argument.claim}</p>
          <p>${argument.premises.join(" ")}</p>
          ${argument.concedes ? html`<p>Grants that ${argument.concedes}.</p>` : nothing}</div>`,
      )}
    </section>
    ${persona.red_lines.length
      ? html`<section><h3>Red lines</h3>${persona.red_lines.map((line) => html`<p class="line">${line.statement}</p>`)}</section>`
      : nothing}
    <section>
      <h3>Knows</h3>
      <p>${persona.expertise.map((one) => `${words(one.topic)} (${one.level})`).join(", ")}</p>
    </section>
    ${persona.background.backstory ? html`<section><h3>In their words</h3><p class="summary">${persona.background.backstory}</p></section>` : nothing}
  </article>`;
}

function beliefRow(persona, axis, name, low, high, other) {
  const belief = persona.beliefs[axis] ?? { value: 0.5, openness: 0.5, evidence_that_would_move: "" };
  const otherValue = other?.beliefs[axis]?.value;
  const reach = belief.openness / 4;
  const label = `${name}: ${two(belief.value)}, from 0, ${low}, to 1, ${high}${otherValue === undefined ? "" : `; ${other.name} ${two(otherValue)}`}`;
  return html`<div class="axis-row" title="${low} – ${high}${belief.evidence_that_would_move ? `. What would move it: ${belief.evidence_that_would_move}` : ""}">
    <span>${name}</span>
    <small class="pole low" aria-hidden="true">${low}</small>
    <svg role="img" aria-label=${label}>
      <line class="base" x1="3%" x2="97%" y1="7" y2="7"></line>
      <line class="centre" x1="50%" x2="50%" y1="3" y2="11"></line>
      <line class="sure" x1=${at(Math.max(0, belief.value - reach))} x2=${at(Math.min(1, belief.value + reach))} y1="7" y2="7"></line>
      ${otherValue === undefined ? nothing : svg`<circle class="was" cx=${at(otherValue)} cy="7" r="4"></circle>`}
      <circle class="at" cx=${at(belief.value)} cy="7" r="4.75"></circle>
    </svg>
    <small class="pole" aria-hidden="true">${high}</small>
    <span class="num ${otherValue !== undefined && Math.abs(otherValue - belief.value) >= FAR ? "far" : ""}">${two(belief.value)}</span>
  </div>`;
}
