// What every page does by itself: print, the menu of small screens, waiting for decisions.
"use strict";
(() => {
  const print = document.getElementById("print");
  if (print) {
    print.hidden = false;
    print.addEventListener("click", () => window.print());
  }

  const menu = document.querySelector("nav.side details");
  const narrow = matchMedia("(max-width: 60rem)");
  const fold = () => { menu.open = !narrow.matches; };
  narrow.addEventListener("change", fold);
  fold();

  for (const form of document.querySelectorAll("form.filters")) {
    form.addEventListener("change", () => form.requestSubmit());
  }

  // A decision on a large record is worked in by another process: show the page anew when done.
  const pending = document.getElementById("pending");
  if (pending) {
    const ask = async () => {
      const answer = await fetch("/state?format=json");
      const { pending: left } = await answer.json();
      if (left) setTimeout(ask, 2000);
      else location.reload();
    };
    setTimeout(ask, 2000);
  }
})();
