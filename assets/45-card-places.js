/* The places of cards that callbacks of their own draw (components/card_places.py). A skeleton gets the height that
   the card had last, so that nothing below it moves; a callback that fails is told where its card would stand. */
(function () {
  "use strict";
  var PLACE = ".b-place", KEPT = "brygga-card-heights";

  /* Heights by place and by the width of the screen, for as long as the tab is open. */
  function heights() {
    try { return JSON.parse(window.sessionStorage.getItem(KEPT)) || {}; } catch (error) { return {}; }
  }
  function keep(place, height) {
    var all = heights();
    all[place.id + " " + window.innerWidth] = Math.round(height);
    try { window.sessionStorage.setItem(KEPT, JSON.stringify(all)); } catch (error) { return; }
  }
  var measured = new ResizeObserver(function (changes) {
    changes.forEach(function (change) {
      var card = change.target.firstElementChild;
      if (card && !card.matches(".b-card--waits") && !card.querySelector("details[open], .b-err")) { keep(change.target, card.offsetHeight); }
    });
  });
  function receive(place) {
    var card = place.querySelector(".b-card--waits"), height = card && heights()[place.id + " " + window.innerWidth];
    if (height) { card.style.minHeight = height + "px"; }
    measured.observe(place);
  }
  new MutationObserver(function (changes) {
    changes.forEach(function (change) {
      change.addedNodes.forEach(function (node) {
        if (node.nodeType !== 1) { return; }
        if (node.parentElement && node.parentElement.matches(PLACE)) { receive(node.parentElement); }
        node.querySelectorAll(PLACE).forEach(receive);
      });
    });
  }).observe(document, { childList: true, subtree: true });

  function tree(node) {
    if (node.nodeType !== 1) { return node.textContent; }
    var attributes = {};
    Array.from(node.attributes, function (attribute) { attributes[attribute.name] = attribute.value; });
    return [node.localName, attributes].concat(Array.from(node.childNodes, tree));
  }
  function said(sentence, number) {
    var part = document.getElementById("b-card-failed").content.firstElementChild.cloneNode(true);
    part.querySelector("[data-part=sentence]").textContent = sentence;
    if (number) { part.querySelector("[data-part=number]").textContent = number; } else { part.querySelector("[data-part=logged]").remove(); }
    return part;
  }
  /* Through Dash, which otherwise takes the card it drew before for what still stands there. */
  function fail(place, part) {
    var card = place.firstElementChild.cloneNode(false), heading = place.querySelector("h2");
    card.classList.remove("b-card--waits");
    card.removeAttribute("aria-busy");
    card.append(heading.cloneNode(true), part);
    window.dash_clientside.set_props(place.id, { "data-still": JSON.stringify([tree(card)]) });
  }
  window.brygga_card_places = {
    /* Whether all that failed were cards, and they have said so. */
    failed: function (ids, sentence, number) {
      var places = ids.map(function (id) { return typeof id === "string" ? document.getElementById(id) : null; });
      var own = places.length > 0 && places.every(function (place) { return place && place.matches(PLACE) && place.querySelector("h2"); });
      if (own) { places.forEach(function (place) { fail(place, said(sentence, number)); }); }
      return own;
    }
  };
  document.addEventListener("click", function (event) {
    var button = event.target.closest && event.target.closest(PLACE + " button[data-again]");
    if (button) { window.dash_clientside.set_props(button.closest(PLACE).id, { "data-again": String(Date.now()) }); }
  });
})();
