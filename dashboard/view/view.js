// The drawing: its size, clicks and zooms on it, and a new figure that must not undo them. The rest is decided in Python.
(function () {
  "use strict";

  const report = (name, data) => window.dash_clientside.set_props(name, { data: { ...data, at: Date.now() } });

  function size() {
    const frame = document.getElementById("timeline-frame");
    if (!frame) return null;
    const wide = window.innerWidth >= 1100;
    const free = window.innerHeight - (wide ? 440 : 500); // so that the table's first rows are in sight
    return {
      width: Math.max(320, Math.floor(frame.clientWidth)),
      height: Math.round(Math.min(Math.max(free, 360), 720)),
    };
  }

  // When the timeline was last scrolled or dragged. A figure that was asked for before comes with an older range.
  let gesture = -Infinity;
  const begin = () => (gesture = -Infinity);
  const go = (event) => {
    if (event.buttons === 0 && event.type === "mousemove") return;
    if (event.target.closest && event.target.closest("#timeline")) gesture = performance.now();
  };
  for (const kind of ["wheel", "mousemove", "touchmove"]) {
    document.addEventListener(kind, go, { capture: true, passive: true });
  }
  for (const kind of ["mousedown", "keydown"]) document.addEventListener(kind, begin, { capture: true });

  // After a zoom Dash would first draw its old figure again and only then run callbacks. So a zoom is reported from here;
  // should this ever find nothing to listen to, Dash's own report (relayoutData) still works.
  const listen = (tries) => {
    const plot = document.querySelector("#timeline .js-plotly-plot");
    if (plot && plot.dataset.heard) return;
    if (plot && plot.on && plot._ev && plot._ev.listenerCount("plotly_relayout") > 0) {
      plot.dataset.heard = "yes";
      plot.removeAllListeners("plotly_relayout");
      plot.on("plotly_relayout", (change) => report("zoomed", { change }));
    } else if (tries > 0) {
      window.setTimeout(() => listen(tries - 1), 100);
    }
  };

  window.dash_clientside = window.dash_clientside || {};
  const shared = (window.dash_clientside.timeline = window.dash_clientside.timeline || {});
  Object.assign(shared, {
    // A click is handed on and forgotten, so that the next one on the same point counts.
    click(data) {
      const none = window.dash_clientside.no_update;
      if (!data) return [none, none];
      const point = (data.points || []).find((each) => Array.isArray(each.customdata));
      return [point ? { action: point.customdata, at: Date.now() } : none, null];
    },

    // A new figure must not undo what a person did since it was asked for: then it keeps the range on the screen.
    settle(figure) {
      if (!figure) return window.dash_clientside.no_update;
      listen(50);
      const plot = document.querySelector("#timeline .js-plotly-plot");
      const shown = plot && plot._fullLayout && plot._fullLayout.xaxis;
      if (shown && performance.now() - gesture < 300) {
        const axis = { ...figure.layout.xaxis, range: shown.range.slice() };
        return { ...figure, layout: { ...figure.layout, xaxis: axis } };
      }
      return figure;
    },

    observe() {
      const frame = document.getElementById("timeline-frame");
      if (!frame) return null;
      let last = size();
      let waiting = 0;
      const look = () => {
        window.clearTimeout(waiting);
        waiting = window.setTimeout(() => {
          const now = size();
          if (now && (now.width !== last.width || now.height !== last.height)) {
            last = now;
            window.dash_clientside.set_props("size", { data: now });
          }
        }, 120);
      };
      new ResizeObserver(look).observe(frame);
      window.addEventListener("resize", look);
      return last;
    },
  });
})();
