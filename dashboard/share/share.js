// What leaves the page by the browser's own means: pictures of the chart, and text to the clipboard.
(function () {
  "use strict";

  const SCALE = 2; // pixels of a bitmap for each of the drawing
  const TITLE = 46; // pixels above the drawing
  const harmless = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");

  function say(button, words) {
    const before = button.dataset.words || button.textContent;
    button.dataset.words = before;
    button.textContent = words;
    window.setTimeout(() => (button.textContent = before), 1600);
  }

  function save(address, name) {
    const link = document.createElement("a");
    link.href = address;
    link.download = name;
    link.click();
  }

  async function draw(format, button) {
    const plot = document.querySelector("#timeline .js-plotly-plot");
    const title = document.querySelector("h1").textContent;
    const { layout } = plot;
    const height = layout.height + TITLE;
    const picture = {
      data: plot.data,
      layout: {
        ...layout,
        height,
        title: { text: harmless(title), x: 0, xref: "paper", y: 1, yref: "container", yanchor: "top", pad: { t: 14 } },
        margin: { ...layout.margin, t: layout.margin.t + TITLE },
      },
    };
    try {
      const address = await window.Plotly.toImage(picture, { format, width: layout.width, height, scale: SCALE });
      save(address, `${title}.${format}`);
      say(button, "Saved");
    } catch {
      say(button, "Could not be drawn");
    }
  }

  async function copy(field, button) {
    try {
      await navigator.clipboard.writeText(field.value);
    } catch {
      field.select(); // a page that is no secure context has no clipboard
      if (!document.execCommand("copy")) return say(button, "Press Ctrl+C");
    }
    return say(button, "Copied");
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-draw-as], [data-copy]");
    if (!button) return;
    if (button.dataset.copy) copy(document.getElementById(button.dataset.copy), button);
    else draw(button.dataset.drawAs, button);
  });

  // Paper is narrower than most screens: the drawing is shrunk to it.
  const PAPER = 1000; // pixels of a landscape page of A4 between its margins
  window.addEventListener("beforeprint", () => {
    const plot = document.querySelector("#timeline .main-svg");
    const scale = plot ? Math.min(1, PAPER / plot.clientWidth) : 1;
    document.documentElement.style.setProperty("--print-scale", scale);
  });
})();
