import { html, nothing } from "lit";
import { plain } from "../format.js";

const GRADES = ["reject", "poor", "acceptable", "good", "very good", "excellent"];
const BUDGET = 100;

/** What is to be done with the options, by the form of the ballot. */
const TASKS = {
  ranking: "Give each option its place; those that share one are held equal, those without one come last.",
  approval: "Mark each option that would do.",
  scores: "Give each option points, from 0 to 5.",
  grades: "Grade each option.",
  credits: `Buy votes with ${BUDGET} credits: v votes cost v × v, and votes below 0 are against.`,
  prediction: "Mark the option you hold right, and say which share of the panel you expect to name each.",
};

/** The fields of a ballot: one for each option, as its form wants it. */
export const ballotFields = (form, options) => html`<fieldset class="your-ballot">
  <legend>${TASKS[form]}</legend>
  ${options.map((option) => html`<div class="your-option">
    <div><b>${option.id}</b><span>${option.text}</span></div>
    ${field(form, option, options.length)}
  </div>`)}
</fieldset>`;

function field(form, { id }, count) {
  const name = `option:${id}`;
  switch (form) {
    case "ranking":
      return choices(name, `Place of ${id}`, [["", "–"], ...Array.from({ length: count }, (_, at) => [at + 1, at + 1])]);
    case "approval":
      return html`<input type="checkbox" name=${name} aria-label="${id} would do">`;
    case "scores":
      return choices(name, `Points for ${id}`, GRADES.map((_, points) => [points, points]));
    case "grades":
      return choices(name, `Grade of ${id}`, GRADES.map((grade, points) => [points, grade]));
    case "credits":
      return html`<input type="number" name=${name} aria-label="Votes for ${id}" min="-10" max="10" step="any" value="0">`;
    case "prediction":
      return html`<span class="your-guess"><input type="radio" name="answer" value=${id} required aria-label="${id} is right">
        <input type="number" name=${name} aria-label="Share expected to name ${id}, in percent" min="0" max="100" step="any" value=${Math.round(100 / count)}> %</span>`;
    default:
      return nothing;
  }
}

const choices = (name, label, options) => html`<select name=${name} aria-label=${label}>
  ${options.map(([value, text]) => html`<option value=${value}>${text}</option>`)}
</select>`;

/**
 * The ballot that was filled in, or why it is none.
 * @param {string} form @param {any[]} options @param {FormData} fields
 * @return {{ballot?: Record<string, unknown>, refusal?: string}}
 */
export function ballotOf(form, options, fields) {
  const value = (id) => fields.get(`option:${id}`);
  const numbers = Object.fromEntries(options.map(({ id }) => [id, Number(value(id))]));
  const sum = (each) => Object.values(numbers).reduce((all, number) => all + each(number), 0);
  switch (form) {
    case "ranking": {
      const ranking = levels(options.filter(({ id }) => value(id)).map(({ id }) => [id, numbers[id]]));
      return ranking.length ? { ballot: { ranking } } : { refusal: "give at least one option a place" };
    }
    case "approval":
      return { ballot: { approve: options.filter(({ id }) => value(id)).map(({ id }) => id) } };
    case "credits": {
      const cost = sum((votes) => votes * votes);
      return cost <= BUDGET ? { ballot: { votes: numbers } } : { refusal: `this costs ${plain(cost)} of ${BUDGET} credits` };
    }
    case "prediction": {
      const whole = sum((share) => share);
      if (Math.abs(whole - 100) > 2) return { refusal: `the shares should make 100 %, and make ${plain(whole)} %` };
      return { ballot: { vote: fields.get("answer"), expects: numbers } };
    }
    default:
      return { ballot: { [form]: numbers } };
  }
}

/** Options by their places, best first; one place may be shared. */
function levels(placed) {
  const places = [...new Set(placed.map(([, place]) => place))].sort((one, other) => one - other);
  return places.map((place) => placed.filter(([, own]) => own === place).map(([id]) => id));
}
