/* The button that prints the page it stands on: the browser's own dialogue, which also saves as PDF. */
(function () {
  "use strict";
  document.addEventListener("click", function (event) {
    if (event.target.closest && event.target.closest("[data-print]")) { window.print(); }
  });
})();
