/** Single keys and two-key chords, as `ux.md` names them; never while somebody types. */

const chords = new Map();
let first = "";
let firstAt = 0;

/**
 * @param {Record<string, () => void>} bindings by key, such as `?`, `g r`, `Mod-k`
 * @return {() => void} takes them away again
 */
export function bind(bindings) {
  for (const [keys, action] of Object.entries(bindings)) chords.set(keys, action);
  return () => {
    for (const [keys, action] of Object.entries(bindings)) if (chords.get(keys) === action) chords.delete(keys);
  };
}

const typing = (target) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/u.test(target.tagName));

addEventListener("keydown", (event) => {
  const modified = event.metaKey || event.ctrlKey;
  const open = document.querySelector("dialog[open]");
  let keys = modified ? `Mod-${event.key.toLowerCase()}` : event.key;
  if (!modified) {
    if (event.altKey || typing(event.target) || open) return;
    if (event.key === " " && event.target instanceof HTMLElement && event.target.closest("button, a, summary, [role='tabpanel']")) return;
    const chord = `${first} ${event.key}`;
    if (first && event.timeStamp - firstAt < 1200 && chords.has(chord)) keys = chord;
    first = event.key;
    firstAt = event.timeStamp;
  } else if (open && keys !== "Mod-k") return;
  const action = chords.get(keys);
  if (!action) return;
  event.preventDefault();
  action();
});
