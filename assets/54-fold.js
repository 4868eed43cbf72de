/* On a narrow screen the list of follow-ups comes first, and of the cards around it only title and finding are shown
   until somebody opens them. Wider screens show all of them: the buttons are there too, but not drawn. */
(function () {
  "use strict";
  var narrow = window.matchMedia("(max-width: 599px)"), open = new Set();

  function show(card, button, page) {
    var more = open.has(card.id);
    card.dataset.fold = more ? "open" : "shut";
    button.setAttribute("aria-expanded", String(more));
    button.textContent = page.getAttribute(more ? "data-fold-less" : "data-fold-more");
  }
  function fold(card, page) {
    if (card.dataset.fold) { return; }
    var button = document.createElement("button");
    button.type = "button";
    button.className = "b-btn b-btn--quiet f-more";
    button.setAttribute("aria-describedby", card.id + "-title");
    button.addEventListener("click", function () {
      if (!open.delete(card.id)) { open.add(card.id); }
      show(card, button, page);
    });
    show(card, button, page);
    (card.querySelector(":scope > .b-finding") || card.firstElementChild).after(button);
  }
  function arrange() {
    document.querySelectorAll("[data-fold-more]").forEach(function (page) {
      var list = page.querySelector(":scope > .f-list"), loads = page.querySelector(":scope > .f-loads");
      if (list && loads && (list.nextElementSibling === loads) !== narrow.matches) {
        if (narrow.matches) { list.after(loads); } else { list.before(loads); }
      }
      page.querySelectorAll(".b-card:not(.f-list)").forEach(function (card) { fold(card, page); });
    });
  }
  new MutationObserver(arrange).observe(document, { childList: true, subtree: true });
  narrow.addEventListener("change", arrange);
})();
