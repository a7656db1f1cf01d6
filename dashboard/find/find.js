// The menus of the filters, the fields of dates, and the table's headings: what they report, and how they open.
(function () {
  "use strict";

  const PAUSE = 150; // milliseconds after the last letter
  const report = (name, data) => window.dash_clientside.set_props(name, { data: { ...data, at: Date.now() } });
  const opened = () => document.querySelector(".facet.open");

  function ask(facet, most) {
    const field = facet.querySelector(".menu-search input, input.menu-search");
    const name = facet.querySelector("[data-menu]").dataset.menu;
    report("menu", { name, words: field ? field.value : "", ...(most ? { most } : {}) });
  }

  function close(focus) {
    const facet = opened();
    if (!facet) return false;
    facet.classList.remove("open");
    const button = facet.querySelector("[data-menu]");
    button.setAttribute("aria-expanded", "false");
    if (focus) button.focus();
    return true;
  }

  function open(facet) {
    close(false);
    facet.classList.add("open");
    facet.querySelector("[data-menu]").setAttribute("aria-expanded", "true");
    // It stays on the screen, wherever its button stands.
    const menu = facet.querySelector(".menu");
    menu.style.left = "0px";
    const over = menu.getBoundingClientRect().right - document.documentElement.clientWidth + 12;
    if (over > 0) menu.style.left = `${-Math.ceil(over)}px`;
    ask(facet);
    const field = facet.querySelector(".menu input");
    if (field) field.focus();
  }

  // The keys ask for this, too.
  window.dash_clientside = window.dash_clientside || {};
  const shared = (window.dash_clientside.timeline = window.dash_clientside.timeline || {});
  shared.closeMenu = close;

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-menu]");
    if (button) {
      const facet = button.closest(".facet");
      if (facet.classList.contains("open")) close(false);
      else open(facet);
      return;
    }
    const facet = event.target.closest(".facet");
    if (!facet && event.target.isConnected) close(false);
    const more = event.target.closest("[data-more]");
    if (more && facet) {
      ask(facet, Number(more.dataset.more));
      const field = facet.querySelector(".menu input");
      if (field) field.focus(); // what was clicked goes away
    }
    const heading = event.target.closest("[data-sort]");
    if (heading) report("sorted", { column: heading.dataset.sort });
    const turn = event.target.closest("[data-turn]");
    if (turn) report("turned", { step: Number(turn.dataset.turn) });
  });

  let waiting = 0;
  document.addEventListener("input", (event) => {
    const facet = event.target.closest(".facet");
    if (!facet) return;
    window.clearTimeout(waiting);
    waiting = window.setTimeout(() => ask(facet), PAUSE);
  });

  // In a menu, arrows go through what it offers.
  document.addEventListener("keydown", (event) => {
    const facet = event.target.closest && event.target.closest(".facet.open");
    if (!facet || (event.key !== "ArrowDown" && event.key !== "ArrowUp")) return;
    const stops = [...facet.querySelectorAll("[data-menu], .menu input, .menu button")];
    const next = stops[stops.indexOf(event.target) + (event.key === "ArrowDown" ? 1 : -1)];
    event.preventDefault();
    if (next) next.focus();
  });

  function dated() {
    const value = (id) => document.getElementById(id).value;
    report("dated", { from: value("date-from"), to: value("date-to") });
  }
  document.addEventListener("change", (event) => {
    if (event.target.id === "date-from" || event.target.id === "date-to") dated();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.target.id === "date-from" || event.target.id === "date-to")) dated();
  });
})();
