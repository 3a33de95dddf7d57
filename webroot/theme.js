// Runs before the first paint, so that a chosen theme never flashes in the other one.
(() => {
  let chosen = null;
  try {
    chosen = localStorage.getItem("lida.theme");
  } catch {
    // Without storage the system's theme stands.
  }
  if (chosen === "light" || chosen === "dark") document.documentElement.dataset.theme = chosen;
})();
