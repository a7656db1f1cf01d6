// The embedded view: draws what its address asks for, zooms, and shows the quotes of an event. It only ever reads.
(function () {
  "use strict";

  const chart = document.getElementById("chart");
  const panel = document.getElementById("event");
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  const config = {
    displaylogo: false,
    displayModeBar: false,
    showSendToCloud: false,
    plotlyServerURL: "",
    scrollZoom: false, // the page around it scrolls
    doubleClick: false,
  };
  const address = new URLSearchParams(window.location.search);
  const chosen = address.get("event");
  const key = address.get("key"); // what opened this page opens what it asks for
  let view = null; // [first, last] in days since 1970
  let asked = 0;
  let heard = false;

  function element(name, text, className) {
    const made = document.createElement(name);
    if (text) made.textContent = text;
    if (className) made.className = className;
    return made;
  }

  async function get(path) {
    const answer = await fetch(path);
    if (!answer.ok) throw new Error(String(answer.status));
    return answer.json();
  }

  function complain() {
    document.getElementById("range").textContent = "The timeline cannot be loaded now.";
  }

  async function draw(window_) {
    const number = ++asked;
    const fields = new URLSearchParams(window.location.search);
    fields.set("width", Math.floor(chart.clientWidth));
    // An event that is told from the start stands below the drawing.
    const free = window.innerHeight - document.querySelector("header").offsetHeight - 24;
    fields.set("height", Math.round(Math.max(260, chosen ? 0.62 * free : free)));
    fields.set("theme", dark.matches ? "dark" : "light");
    if (window_) fields.set("window", window_.join(","));
    try {
      const found = await get(`/embed/figure?${fields}`);
      if (number !== asked) return; // a later one is on its way
      view = found.window;
      document.getElementById("range").textContent = found.range;
      await window.Plotly.react(chart, found.figure.data, found.figure.layout, config);
      listen();
    } catch {
      complain();
    }
  }

  async function show(event) {
    try {
      const found = await get(`/embed/event?${new URLSearchParams(key ? { event, key } : { event })}`);
      panel.replaceChildren(element("h2", found.title), element("p", found.when, "dim"));
      let source = null;
      for (const report of found.reports) {
        const quote = element("blockquote");
        for (const [text, kinds] of report.pieces) quote.append(kinds ? element("mark", text, kinds) : text);
        if (report.source !== source) panel.append(element("h3", report.source));
        source = report.source;
        panel.append(quote);
      }
      panel.hidden = false;
    } catch {
      complain();
    }
  }

  function listen() {
    if (heard) return;
    heard = true;
    chart.on("plotly_relayout", (change) => {
      const ends = change["xaxis.range"] || [change["xaxis.range[0]"], change["xaxis.range[1]"]];
      if (ends.every((end) => typeof end === "number")) draw(ends);
    });
    chart.on("plotly_click", (data) => {
      const point = data.points.find((each) => Array.isArray(each.customdata));
      if (!point) return;
      const [kind, ...rest] = point.customdata;
      if (kind === "window") draw(rest);
      if (kind === "event") show(rest[0]);
    });
  }

  document.addEventListener("click", (event) => {
    const zoom = event.target.dataset.zoom;
    if (zoom === undefined || !view) return;
    const middle = (view[0] + view[1]) / 2;
    const half = ((view[1] - view[0]) / 2) * Number(zoom);
    draw(half ? [middle - half, middle + half] : null);
  });

  let waiting = 0;
  window.addEventListener("resize", () => {
    window.clearTimeout(waiting);
    waiting = window.setTimeout(() => draw(view), 150);
  });
  dark.addEventListener("change", () => draw(view));

  if (chosen) show(chosen);
  draw(null);
})();
