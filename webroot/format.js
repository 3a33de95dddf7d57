/** Numbers, times and names as people read them. */

/** @param {number} value -1 to 1 */
export const signed = (value) => (value < 0 ? "−" : "+") + Math.abs(value).toFixed(2);

/** @param {number} value */
export const two = (value) => value.toFixed(2);

/** @param {number} value with at most two decimals, and none where there are none */
export const plain = (value) => String(Math.round(value * 100) / 100).replace("-", "−");

/** @param {number} value with two decimals, and a real minus */
export const exact = (value) => value.toFixed(2).replace("-", "−");

/** How figures that stand together are written: all with two decimals, or none where all are whole. @param {number[]} values */
export const alike = (values) => (values.every(Number.isInteger) ? plain : exact);

/** @param {number} count */
export const short = (count) =>
  count < 10_000 ? String(count) : count < 1e6 ? `${(count / 1e3).toFixed(1)} k` : `${(count / 1e6).toFixed(1)} M`;

/** @param {number} count @param {string} one @param {string} [many] */
export const counted = (count, one, many = one + "s") => `${count} ${count === 1 ? one : many}`;

/** @param {number|null|undefined} usd unknown prices are said to be unknown, never 0 */
export const dollars = (usd) =>
  usd === null || usd === undefined ? "unknown" : `$${usd.toFixed(usd !== 0 && usd < 0.1 ? 4 : 2)}`;

/** @param {string} id such as safety_research */
export const words = (id) => id.replaceAll("_", " ");

/** @param {string} name the initials of its first and last word */
export function initials(name) {
  const parts = name.trim().split(/\s+/u).filter(Boolean);
  const letters = parts.length > 1 ? [parts[0], parts[parts.length - 1]] : parts;
  return letters.map((part) => [...part][0]).join("").toUpperCase() || "?";
}

const RAISED = [..."⁰¹²³⁴⁵⁶⁷⁸⁹"];

/** @param {string} question with powers set as such: 10^27 becomes 10²⁷ */
export const headline = (question) =>
  question.replaceAll(/(?<=\d)\^(\d+)/gu, (_, power) => [...power].map((digit) => RAISED[Number(digit)]).join(""));

/** @param {string} name the last word, by which a line is labelled */
export const surname = (name) => name.trim().split(/\s+/u).pop() || name;

/** @param {string} instant ISO 8601 */
export const clock = (instant) =>
  new Date(instant).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });

/** @param {string} instant ISO 8601 @param {number} now milliseconds */
export function age(instant, now = Date.now()) {
  const seconds = Math.max(0, Math.round((now - Date.parse(instant)) / 1000));
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min`;
  if (seconds < 86_400) return `${Math.floor(seconds / 3600)} h`;
  return `${Math.floor(seconds / 86_400)} d`;
}

/** @param {string} text its first sentence, at most 160 characters */
export function firstSentence(text) {
  const line = text.replaceAll(/\s+/gu, " ").trim();
  const end = line.search(/[.!?](\s|$)/u);
  const sentence = end < 0 ? line : line.slice(0, end + 1);
  return sentence.length > 160 ? sentence.slice(0, 159) + "…" : sentence;
}
