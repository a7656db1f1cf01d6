// Light and dark: what was chosen here before, else what the system prefers.
(function () {
  "use strict";

  const THEME_KEY = "mantine-color-scheme-value"; // where Mantine looks, too, before the first drawing

  function stored() {
    try {
      return window.localStorage.getItem(THEME_KEY);
    } catch {
      return null; // storage may be forbidden
    }
  }

  // The page is empty as yet; it must not flash white in the dark.
  const preferred = () =>
    stored() || (window.matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
  document.documentElement.dataset.mantineColorScheme = preferred();

  window.dash_clientside = window.dash_clientside || {};
  const shared = (window.dash_clientside.timeline = window.dash_clientside.timeline || {});
  Object.assign(shared, {
    toggleTheme(clicks, theme) {
      if (!clicks) {
        return preferred();
      }
      const next = theme === "dark" ? "light" : "dark";
      try {
        window.localStorage.setItem(THEME_KEY, next);
      } catch {
        // then it holds for this visit only
      }
      return next;
    },

    paint(theme) {
      const toggle = document.getElementById("theme-toggle");
      if (toggle) toggle.textContent = theme === "dark" ? "Light" : "Dark";
      return theme || "light";
    },
  });
})();
