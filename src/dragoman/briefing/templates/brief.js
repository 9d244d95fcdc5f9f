// Opens the report that an address points into and lights up the words: "#report.start-end".
function show() {
  for (const piece of document.querySelectorAll(".on")) piece.classList.remove("on");
  const found = decodeURIComponent(location.hash.slice(1)).match(/^(.+)\.(\d+)-(\d+)$/);
  if (!found) return;
  const report = document.getElementById(found[1]);
  if (!report) return;
  const details = report.closest("details");
  if (details) details.open = true;
  let first = null;
  for (const piece of report.querySelectorAll("[data-s]")) {
    if (+piece.dataset.s >= +found[2] && +piece.dataset.e <= +found[3]) {
      piece.classList.add("on");
      first = first || piece;
    }
  }
  if (first) first.scrollIntoView({ block: "center" });
}
addEventListener("hashchange", show);
addEventListener("DOMContentLoaded", show);
