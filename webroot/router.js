/** Where the page is: the address is the only state that can be shared, so it holds all of it. */

const ROUTES = [
  { screen: "runs", pattern: /^\/$/u },
  { screen: "run", pattern: /^\/runs\/([\w.-]+)$/u },
  { screen: "studies", pattern: /^\/studies$/u },
  { screen: "study", pattern: /^\/studies\/([\w-]+)$/u },
  { screen: "personas", pattern: /^\/personas$/u },
  { screen: "attach", pattern: /^\/attach$/u },
];

const watchers = new Set();

/** @param {URL} [url] */
export function route(url = new URL(location.href)) {
  for (const { screen, pattern } of ROUTES) {
    const match = pattern.exec(url.pathname);
    if (match) return { screen, id: match[1] ?? "", query: url.searchParams, hash: url.hash.slice(1) };
  }
  return { screen: "absent", id: "", query: url.searchParams, hash: "" };
}

/** @param {() => void} watcher */
export function onRoute(watcher) {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

const tell = () => watchers.forEach((watcher) => watcher());

/** @param {string} path */
export function go(path) {
  const from = location.pathname;
  history.pushState(null, "", path);
  tell();
  if (location.pathname !== from) scrollTo(0, 0);
}

/**
 * Changes the query in place, without a step in the history.
 * @param {Record<string, string|null>} changes null takes a name out
 */
export function note(changes) {
  const url = new URL(location.href);
  for (const [name, value] of Object.entries(changes)) {
    if (value) url.searchParams.set(name, value);
    else url.searchParams.delete(name);
  }
  history.replaceState(null, "", url.pathname + url.search + url.hash);
  tell();
}

addEventListener("popstate", tell);

document.addEventListener("click", (event) => {
  if (event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey) return;
  const anchor = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
  if (!anchor || anchor.target || anchor.hasAttribute("download")) return;
  const url = new URL(anchor.href);
  if (url.origin !== location.origin || route(url).screen === "absent") return;
  if (url.pathname === location.pathname && url.search === location.search && url.hash) return;
  event.preventDefault();
  go(url.pathname + url.search + url.hash);
});
