/**
 * What of a model's words is speech. A model that answers in JSON speaks only in its argument or
 * its reason.
 * @param {string} heard the words so far, possibly cut anywhere
 */
export function speech(heard) {
  const text = heard.trimStart();
  if (!text.startsWith("{") && !text.startsWith("```")) return heard;
  const field = /"(?:argument|reason)"\s*:\s*"((?:[^"\\]|\\.)*)/su.exec(text);
  if (!field) return "";
  return field[1].replaceAll(/\\(u[0-9a-fA-F]{4}|.)/gsu, (_, escape) => {
    if (escape.length > 1) return String.fromCharCode(parseInt(escape.slice(1), 16));
    return { n: "\n", t: "\t", r: "", b: "", f: "" }[escape] ?? escape;
  });
}
