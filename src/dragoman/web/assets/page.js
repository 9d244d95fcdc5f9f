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

  // Published pages have no program to send a form to: their search page reads its own address.
  const find = document.querySelector("div.find input");
  const searching = document.querySelector("nav.side a[data-key='g s']");
  if (find && searching) {
    find.addEventListener("keydown", (event) => {
      if (event.key === "Enter") location.assign(`${searching.href}#${new URLSearchParams({ q: find.value })}`);
    });
  }

  // The reviewer's name is typed once and goes with every form.
  addEventListener("input", (event) => {
    if (event.target.name !== "who") return;
    for (const field of document.getElementsByName("who")) field.value = event.target.value;
  });

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
