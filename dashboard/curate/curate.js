// Putting things right: what a button asks for, and which words of a source's text are selected.
(function () {
  "use strict";

  const report = (name, data) => window.dash_clientside.set_props(name, { data: { ...data, at: Date.now() } });
  const length = (text) => Array.from(text).length; // in code points, as Python counts

  // The selected words and their offsets in the document, where they lie in a source's text; else null.
  function selected() {
    const chosen = window.getSelection();
    if (!chosen || chosen.isCollapsed || !chosen.rangeCount) return null;
    const range = chosen.getRangeAt(0);
    const inside = (node) => (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement)?.closest(".text-body");
    const body = inside(range.startContainer);
    if (!body || inside(range.endContainer) !== body) return null;
    const before = document.createRange();
    before.setStart(body, 0);
    before.setEnd(range.startContainer, range.startOffset);
    const start = Number(body.dataset.first) + length(before.toString());
    const text = range.toString();
    return text.trim() ? { document: body.dataset.document, start, end: start + length(text), text } : null;
  }

  let last = null; // a click on the button may end the selection
  document.addEventListener("selectionchange", () => {
    const button = document.getElementById("add-selected");
    const now = selected();
    if (now) last = now;
    if (button && (now || document.activeElement !== button)) button.disabled = !now;
  });

  document.addEventListener("mousedown", (event) => {
    if (event.target.closest("#add-selected")) event.preventDefault(); // keeps the selection
  });

  document.addEventListener("click", (event) => {
    if (event.target.closest("#add-selected") && last) return report("selection", last);
    const button = event.target.closest("[data-correct], [data-edit], [data-merge]");
    if (!button) return undefined;
    if (button.dataset.correct !== undefined) return report("correcting", JSON.parse(button.dataset.correct));
    if (button.dataset.edit !== undefined) return report("editing", { event: button.dataset.edit });
    return report("merging", { event: button.dataset.merge });
  });
})();
