// The address and the way back: a choice or a filter is a step of the history, a zoom is not.
(function () {
  "use strict";

  const QUICK = 800; // milliseconds in which steps of one kind count as one
  const ZOOM = new Set(["from", "to", "view"]);
  const arrived = () => ({ search: window.location.search, at: Date.now() });

  // What a link holds besides the zoom, by name.
  function held(link) {
    const found = {};
    for (const [name, value] of new URLSearchParams(link)) {
      if (!ZOOM.has(name)) found[name] = (found[name] || "") + "\n" + value;
    }
    return found;
  }

  // The names by which two links differ.
  function difference(one, other) {
    const [before, after] = [held(one), held(other)];
    const names = new Set([...Object.keys(before), ...Object.keys(after)]);
    return [...names].filter((name) => before[name] !== after[name]).sort().join(" ");
  }

  // Until a person acts, what is shown only follows from the address.
  let acted = false;
  let last = { kind: "", at: -Infinity };
  for (const kind of ["pointerdown", "keydown", "wheel"]) {
    document.addEventListener(kind, () => (acted = true), { capture: true, passive: true });
  }
  window.addEventListener("popstate", () => {
    acted = false;
    last = { kind: "", at: -Infinity };
    window.dash_clientside.set_props("address", { data: arrived() });
  });

  window.dash_clientside = window.dash_clientside || {};
  const shared = (window.dash_clientside.timeline = window.dash_clientside.timeline || {});
  Object.assign(shared, {
    arrive: arrived,

    remember(link) {
      const none = window.dash_clientside.no_update;
      if (typeof link !== "string" || link === window.location.search) return none;
      const kind = difference(window.location.search, link);
      const now = performance.now();
      const step = acted && kind && !(kind === last.kind && now - last.at < QUICK);
      if (kind) last = { kind, at: now };
      const change = step ? "pushState" : "replaceState";
      window.history[change](window.history.state, "", window.location.pathname + link);
      return none;
    },
  });
})();
