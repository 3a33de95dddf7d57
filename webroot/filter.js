/**
 * The small query language of the list: a word is looked for in topic, id, mode and model,
 * `field:value` in a field, `round>2` compares a number; a minus in front turns a part around.
 *
 * `status:failed mode:debate pause rounds>3 -model:sim`
 */

const FIELDS = ["status", "mode", "model", "outcome", "id", "topic"];
const NUMBERS = ["round", "rounds", "participants"];

/** @param {string} text @return {(run: any) => boolean} */
export function filter(text) {
  const tests = [...text.matchAll(/(-?)(?:(\w+)([:<>=]))?("[^"]*"|\S+)/gu)].map(([, minus, field, sign, value]) => {
    const test = part(field?.toLowerCase(), sign, value.replaceAll('"', "").toLowerCase());
    return minus ? (run) => !test(run) : test;
  });
  return (run) => tests.every((test) => test(run));
}

function part(field, sign, value) {
  const number = Number(value);
  if (NUMBERS.includes(field) && !Number.isNaN(number)) {
    if (sign === "<") return (run) => run[field] < number;
    if (sign === ">") return (run) => run[field] > number;
    return (run) => run[field] === number;
  }
  if (FIELDS.includes(field)) return (run) => String(run[field] ?? "").toLowerCase().includes(value);
  const whole = field ? `${field}${sign}${value}` : value;
  return (run) => `${run.topic} ${run.id} ${run.mode} ${run.model}`.toLowerCase().includes(whole);
}
