// The panel of the chosen event and a source's text: a name in it narrows the view, a marked word leads to its event.
(function () {
  "use strict";

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
