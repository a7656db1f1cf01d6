// What leads to an event or to a source's text, wherever it stands; a name in the panel narrows the view.
(function () {
  "use strict";

  const report = (name, data) => window.dash_clientside.set_props(name, { data: { ...data, at: Date.now() } });

  window.dash_clientside = window.dash_clientside || {};
  const shared = (window.dash_clientside.timeline = window.dash_clientside.timeline || {});
  Object.assign(shared, {
    reveal(children) {
      // The text is drawn after this returns, in a drawer that slides in. Only its own container is scrolled.
      const find = (tries) => {
        const quote = document.getElementById("here");
        const box = quote && quote.closest(".full-text");
        if (box && box.clientHeight > 0) {
          const offset = quote.getBoundingClientRect().top - box.getBoundingClientRect().top;
          box.scrollTop += offset - box.clientHeight / 3;
        } else if (tries > 0) {
          window.setTimeout(() => find(tries - 1), 50);
        }
      };
      if (children) window.setTimeout(() => find(40), 30);
      return window.dash_clientside.no_update;
    },
  });

  document.addEventListener("click", (event) => {
    const entry = event.target.closest("[data-event], [data-read]");
    if (!entry) return;
    if (entry.dataset.read !== undefined) {
      report("reading", { event: entry.dataset.readEvent, mention: Number(entry.dataset.read) });
    }
    if (entry.dataset.event !== undefined) report("picked", { event: entry.dataset.event });
  });

  document.addEventListener("click", (event) => {
    const name = event.target.closest("[data-narrow]");
    if (!name) return;
    const data = { field: name.dataset.narrow, value: name.dataset.value, at: Date.now() };
    window.dash_clientside.set_props("narrowed", { data });
  });

  // A marked word is no button of HTML's, so that a line may break inside it.
  document.addEventListener("keydown", (event) => {
    if ((event.key === "Enter" || event.key === " ") && event.target.matches("mark[role=button]")) {
      event.preventDefault();
      event.target.click();
    }
  });
})();
