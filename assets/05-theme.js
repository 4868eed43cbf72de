/* Light or dark, before anything is painted: the page's head loads this by itself. The choice stays in this browser;
   without one the machine's own setting holds, which the style sheets follow alone. */
(function () {
  "use strict";
  var kept;
  try {
    kept = window.localStorage.getItem("brygga-theme");
  } catch (error) {
    kept = null; // storage may be closed; then nothing is remembered
  }
  var dark = window.matchMedia("(prefers-color-scheme: dark)").matches;
  var shown = kept === "light" || kept === "dark" ? kept : dark ? "dark" : "light";
  document.documentElement.setAttribute("data-theme", shown);
  document.documentElement.setAttribute("data-bs-theme", shown);
})();
