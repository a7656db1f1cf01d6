// What the keys do, wherever the focus is, but not where text is typed. keys.py lists them for people.
(function () {
  "use strict";

  const REST = 200; // milliseconds on a row before the timeline follows
  const WINDOW_KEYS = new Set(["+", "=", "-", "0"]);
  const report = (name, data) => window.dash_clientside.set_props(name, { data: { ...data, at: Date.now() } });
  const find = (selector) => document.querySelector(selector);
  const typing = (target) => target.closest("input, textarea, select, [contenteditable=true]");
  const covered = () => find(".mantine-Drawer-content, .mantine-Modal-content");
  const rows = () => [...document.querySelectorAll(".listing .row-title")];

  let origin = null; // where a person was before the panel: an element, or a row's event

  function openEvent() {
    const active = document.activeElement;
    const row = active.closest(".listing [data-event]");
    origin = row ? row.dataset.event : active;
    // What is in the panel is drawn after the answer, and anew at each change; the panel itself stays.
    window.setTimeout(() => find(".panel").focus(), 0);
  }

  function goBack() {
    const row = typeof origin === "string" && find(`.listing [data-event="${CSS.escape(origin)}"] .row-title`);
    const back = row || (origin && origin.isConnected && origin !== document.body ? origin : find("#timeline-frame"));
    origin = null;
    back.focus();
  }

  let resting = 0;
  function goTo(title) {
    title.focus();
    window.clearTimeout(resting);
    const chosen = title.closest("[data-event]").dataset.event;
    resting = window.setTimeout(() => report("picked", { event: chosen }), REST);
  }

  // After another page was asked for, its first or last row takes the focus once it is there.
  function turn(step) {
    window.clearTimeout(resting);
    const before = rows()[0] && rows()[0].closest("[data-event]").dataset.event;
    report("turned", { step });
    const wait = (tries) => {
      const now = rows();
      if (now.length && now[0].closest("[data-event]").dataset.event !== before) {
        goTo(step > 0 ? now[0] : now[now.length - 1]);
      } else if (tries > 0) {
        window.setTimeout(() => wait(tries - 1), 50);
      }
    };
    wait(40);
  }

  function inTable(event) {
    const all = rows();
    const position = all.indexOf(event.target);
    switch (event.key) {
      case "ArrowDown":
        if (position + 1 < all.length) goTo(all[position + 1]);
        else turn(1);
        return true;
      case "ArrowUp":
        if (position > 0) goTo(all[position - 1]);
        else turn(-1);
        return true;
      case "Home":
        goTo(all[0]);
        return true;
      case "End":
        goTo(all[all.length - 1]);
        return true;
      case "PageDown":
      case "PageUp":
        turn(event.key === "PageDown" ? 1 : -1);
        return true;
      case "Enter": // the row's own click chooses its event
        openEvent();
        return false;
      default:
        return false;
    }
  }

  function escape(target) {
    const shared = window.dash_clientside.timeline;
    if (shared.closeMenu && shared.closeMenu(true)) return true;
    if (target.closest(".panel")) goBack();
    else if (typing(target)) target.blur();
    else report("picked", { event: null });
    return true;
  }

  function anywhere(event) {
    const { key, target } = event;
    if (key === "Escape") return escape(target);
    if (typing(target)) return false;
    if (key === "/") {
      const field = find("#search");
      field.focus();
      field.select();
      return true;
    }
    if (key === "?") {
      window.dash_clientside.set_props("keys", { opened: true });
      return true;
    }
    if (WINDOW_KEYS.has(key)) {
      report("key", { key });
      return true;
    }
    if (target.matches(".listing .row-title")) return inTable(event);
    const free = target === document.body || target.matches("#timeline-frame, #list, .event-title");
    if (key === "ArrowDown" && target.id === "list" && rows().length) {
      goTo(rows()[0]);
      return true;
    }
    if (!free) return false;
    if (key === "ArrowLeft" || key === "ArrowRight") {
      report("key", { key: event.shiftKey ? `Shift+${key}` : key });
      return true;
    }
    if (key === "Enter") {
      openEvent();
      return true;
    }
    return false;
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || covered()) return;
    if (anywhere(event)) event.preventDefault();
  });

  document.addEventListener("click", (event) => {
    const named = event.target.closest("[data-key]");
    if (named && named.dataset.key === "?") window.dash_clientside.set_props("keys", { opened: true });
    else if (named) report("key", { key: named.dataset.key });
    const skip = event.target.closest("a.skip");
    if (skip) {
      event.preventDefault(); // a fragment would become part of the address
      (rows()[0] || find("#list")).focus();
    }
  });

  // From the search field, down goes to what was found.
  document.addEventListener("keydown", (event) => {
    if (event.target.id !== "search" || (event.key !== "ArrowDown" && event.key !== "Enter")) return;
    if (rows().length) {
      event.preventDefault();
      goTo(rows()[0]);
    }
  });
})();
