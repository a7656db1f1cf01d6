// Lists and the panel are drawn anew when they change. What had the focus in them gets it back, so that the keys go on
// from there.
(function () {
  "use strict";

  let last = null; // what had the focus: its box, and how to find it again
  const boxOf = (element) => element.closest && element.closest("#list, .menu, #tags, #detail");

  document.addEventListener("focusin", (event) => {
    const box = boxOf(event.target);
    const row = event.target.closest("[data-event]");
    last = box && {
      box: box.id,
      event: row ? row.dataset.event : undefined,
      value: event.target.dataset.value,
      text: event.target.textContent,
    };
  });
  document.addEventListener("pointerdown", (event) => {
    if (!boxOf(event.target)) last = null;
  }, { capture: true });

  function again(box) {
    const buttons = [...box.querySelectorAll("button:not(:disabled)")];
    if (last.event !== undefined) return buttons.find((each) => each.closest("[data-event]")?.dataset.event === last.event);
    return buttons.find((each) => each.textContent === last.text)
      || (last.value && buttons.find((each) => each.dataset.value === last.value));
  }

  // Where what had the focus is gone: a button that was pressed in the panel, or the last filter that was asked for.
  const instead = { detail: ".event-title", tags: "#search" };

  new MutationObserver(() => {
    if (!last || document.activeElement !== document.body) return;
    const box = document.getElementById(last.box);
    const found = box && box.isConnected && (again(box) || (instead[box.id] && document.querySelector(instead[box.id])));
    if (found) found.focus({ preventScroll: true });
  }).observe(document.body, { childList: true, subtree: true });
})();
