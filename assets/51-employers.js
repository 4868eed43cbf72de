/* The finder of employers: a click on the map goes into the address, and the address into the filters. */
(function () {
  "use strict";
  var KEYS = ["q", "sektor", "kommun", "ort", "steg", "varme", "agarform", "coach", "per", "ledig", "sort",
    "yrke", "nara", "km", "lyckat", "utom", "anpassning"];
  var MANY = ["ledig", "lyckat", "utom", "anpassning"];
  var CONTROLS = { q: "ag-text", per: "ag-dag", nara: "ag-nara" };
  var EVERYTHING = "*";

  function value(key) {
    return new URLSearchParams(window.location.search).get(key) || "";
  }
  function today() {
    return new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Stockholm" }).format(new Date());
  }
  function shown(key) {
    var none = window.dash_clientside.no_update, text = value(key);
    // Whoever is typing is not interrupted.
    if (CONTROLS[key] && document.activeElement && document.activeElement.id === CONTROLS[key]) { return none; }
    if (key === "per") { return text || today(); }
    if (MANY.indexOf(key) >= 0) { return text ? text.split(",") : []; }
    return text || (key === "q" || key === "nara" ? "" : EVERYTHING);
  }

  /* Zooming by button: "fit" goes back to the view that the server chose last. */
  function zoom(button) {
    var plot = document.querySelector("#" + button.dataset.map + " .js-plotly-plot");
    if (!plot || !window.Plotly || !plot.layout.map) { return; }
    var way = button.dataset.mapZoom, seen = plot._fullLayout.map.zoom;
    var all = plot.layout.meta || {};
    window.Plotly.relayout(plot, way === "fit"
      ? { "map.center": all.center, "map.zoom": all.zoom }
      : { "map.zoom": seen + (way === "in" ? 1 : -1) });
  }
  /* The map's own part is reached by keyboard, and calls itself "Map" in English: it gets the name of its place. */
  function name() {
    document.querySelectorAll("[data-map-name] canvas[aria-label]").forEach(function (canvas) {
      var own = canvas.closest("[data-map-name]").dataset.mapName;
      if (canvas.getAttribute("aria-label") !== own) { canvas.setAttribute("aria-label", own); }
    });
  }
  new MutationObserver(name).observe(document, { childList: true, subtree: true });

  document.addEventListener("click", function (event) {
    var button = event.target.closest && event.target.closest("[data-map-zoom]");
    if (button) { zoom(button); }
  });

  window.dash_clientside = window.dash_clientside || {};
  window.dash_clientside.brygga_employers = {
    /* An employer ("e:…") is chosen, a municipality ("k:…") narrows the list; the employer wins where both lie. */
    pick: function (click) {
      if (!click || !click.points) { return window.dash_clientside.no_update; }
      var names = click.points.map(function (point) { return String(point.customdata || ""); });
      var name = names.filter(function (text) { return text.indexOf("e:") === 0; })[0] || names[0] || "";
      var key = name.indexOf("e:") === 0 ? "arbetsgivare" : name.indexOf("k:") === 0 ? "kommun" : "";
      if (key && value(key) !== name.slice(2)) { window.dash_clientside.brygga.setQuery(key, name.slice(2)); }
      return null;
    },
    /* The colours a map is drawn in; nothing where no map can be drawn. What is shown counts: the store begins
       with light colours, and a map drawn twice is drawn late. */
    mapTheme: function (_theme, known) {
      var root = document.documentElement;
      var shown = root.getAttribute("data-webgl") === "yes" ? root.getAttribute("data-theme") || "light" : "";
      return shown === known ? window.dash_clientside.no_update : shown;
    },
    sync: function () {
      return KEYS.map(shown);
    }
  };
})();
