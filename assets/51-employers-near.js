/* List and map of the finder point at each other: the row under the pointer or in focus is ringed on the map, and
   the circle under the pointer marks its row. Nothing is chosen by that; a click or Enter does it. */
(function () {
  "use strict";
  var LIST = "ag-lista", MAP = "ag-karta", ROW = "li.a-row, tbody tr", NEAR = "a-row--near";
  var bound = new WeakSet();

  function keyOf(link) {
    var found = /^\/arbetsgivare\/([^/]+)$/.exec(link.pathname);
    return found ? decodeURIComponent(found[1]) : "";
  }
  function rowAt(node) {
    var list = document.getElementById(LIST), row = node && node.closest && node.closest(ROW);
    return row && list && list.contains(row) ? row : null;
  }
  function linksOf(part) { return Array.from(part.querySelectorAll("a[href^='/arbetsgivare/']")); }
  function keyOfRow(row) { return linksOf(row).map(keyOf).filter(Boolean)[0] || ""; }
  function rowOf(key) {
    var list = document.getElementById(LIST);
    var link = list && linksOf(list).find(function (one) { return keyOf(one) === key; });
    return link ? link.closest(ROW) : null;
  }

  function plotOf() {
    var plot = document.querySelector("#" + MAP + " .js-plotly-plot");
    return plot && plot._fullLayout && plot._fullLayout.map && plot._fullLayout.map._subplot ? plot : null;
  }
  function placeOf(plot, key) {
    var name = "e:" + key, found = null;
    plot._fullData.forEach(function (trace) {
      var place = trace.visible === true && trace.customdata && trace.lat ? Array.from(trace.customdata).indexOf(name) : -1;
      if (place >= 0) { found = [trace.lon[place], trace.lat[place]]; }
    });
    return found;
  }
  function ringIn(plot) {
    var holder = plot.parentElement, ring = holder.querySelector(":scope > .a-ring");
    if (!ring) {
      ring = document.createElement("span");
      ring.className = "a-ring";
      ring.setAttribute("aria-hidden", "true");
      holder.append(ring);
    }
    return ring;
  }
  function showRing(key) {
    var plot = plotOf(), place = plot && key && placeOf(plot, key);
    if (!plot) { return; }
    var ring = ringIn(plot), map = plot._fullLayout.map._subplot;
    ring.hidden = true;
    if (!place) { return; }
    var point = map.project(place), frame = map.div.getBoundingClientRect(), holder = plot.parentElement.getBoundingClientRect();
    if (point.x < 0 || point.y < 0 || point.x > frame.width || point.y > frame.height) { return; }
    ring.style.left = frame.left - holder.left + point.x + "px";
    ring.style.top = frame.top - holder.top + point.y + "px";
    ring.hidden = false;
  }
  function markRow(key) {
    document.querySelectorAll("." + NEAR).forEach(function (row) { row.classList.remove(NEAR); });
    var row = key && rowOf(key);
    if (row) { row.classList.add(NEAR); }
  }

  function enter(event) {
    var row = rowAt(event.target);
    if (row) { showRing(keyOfRow(row)); }
  }
  function leave(event) {
    var row = rowAt(event.target);
    if (row && !row.contains(event.relatedTarget)) { showRing(""); }
  }
  document.addEventListener("mouseover", enter);
  document.addEventListener("mouseout", leave);
  document.addEventListener("focusin", enter);
  document.addEventListener("focusout", leave);

  function listen() {
    var plot = plotOf();
    if (!plot || bound.has(plot)) { return; }
    bound.add(plot);
    plot.on("plotly_hover", function (over) {
      var names = over.points.map(function (point) { return String(point.customdata || ""); });
      var name = names.find(function (text) { return text.indexOf("e:") === 0; });
      markRow(name ? name.slice(2) : "");
    });
    plot.on("plotly_unhover", function () { markRow(""); });
    // What is ringed moves with the map.
    plot.on("plotly_relayouting", function () { showRing(""); });
    plot.on("plotly_relayout", function () { showRing(""); });
  }
  new MutationObserver(listen).observe(document, { childList: true, subtree: true });
})();
