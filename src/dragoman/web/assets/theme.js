// Sets the chosen theme before anything is drawn, so that a dark page does not flash white.
(() => {
  let chosen = null;
  try { chosen = localStorage.getItem("dragoman-theme"); } catch { chosen = null; }
  if (chosen === "light" || chosen === "dark") document.documentElement.dataset.theme = chosen;
})();
