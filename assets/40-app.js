/* What the browser does by itself: light or dark, links and controls that live in the address, focus, the menu,
   zooming the network, and telling a screen reader what changed. No data and no texts: those come drawn. */
(function () {
  "use strict";
  var KEY = "brygga-theme";
  var root = document.documentElement;
  var dark = window.matchMedia("(prefers-color-scheme: dark)");

  /* Light or dark: the choice stays in this browser; "system" follows the machine. */
  function chosenTheme() {
    try {
      var kept = window.localStorage.getItem(KEY);
      return kept === "light" || kept === "dark" ? kept : "system";
    } catch (error) {
      return "system"; // storage may be closed; then nothing is remembered
    }
  }
  function shownTheme() {
    var choice = chosenTheme();
    return choice === "system" ? (dark.matches ? "dark" : "light") : choice;
  }
  function applyTheme() {
    root.setAttribute("data-theme", shownTheme());
    root.setAttribute("data-bs-theme", shownTheme());
    document.querySelectorAll("[data-theme-choice]").forEach(function (button) {
      button.setAttribute("aria-pressed", String(button.dataset.themeChoice === chosenTheme()));
    });
  }
  function spreadTheme() {
    applyTheme();
    var dash = window.dash_clientside;
    if (dash && dash.set_props) { dash.set_props("tema", { data: shownTheme() }); }
  }
  function chooseTheme(choice) {
    try {
      if (choice === "system") { window.localStorage.removeItem(KEY); } else { window.localStorage.setItem(KEY, choice); }
    } catch (error) {
      return;
    }
    spreadTheme();
  }
  applyTheme();
  dark.addEventListener("change", spreadTheme);

  /* Maps need WebGL 2; without it the list beside them is the answer (25-app.css shows which). */
  root.setAttribute("data-webgl", document.createElement("canvas").getContext("webgl2") ? "yes" : "no");

  /* The address holds the state of a page. */
  function go(address, replace) {
    if (address === window.location.href) { return; }
    window.history[replace ? "replaceState" : "pushState"]({}, "", address);
    window.dispatchEvent(new PopStateEvent("popstate"));
  }
  function withValue(query, key, text) {
    var kept = query.replace(/^\?/, "").split("&").filter(function (pair) {
      var name = pair.split("=")[0];
      return pair && name !== key && name !== "sida";
    });
    if (text) { kept.push(key + "=" + text); }
    return kept.length ? "?" + kept.join("&") : "";
  }
  function setQuery(key, values, replace) {
    var list = Array.isArray(values) ? values : [values];
    var text = list.filter(Boolean).map(encodeURIComponent).join(",");
    go(window.location.origin + window.location.pathname + withValue(window.location.search, key, text), replace);
  }

  document.addEventListener("click", function (event) {
    var anchor = event.target.closest && event.target.closest("a[data-app]");
    if (!anchor || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) { return; }
    event.preventDefault();
    if (anchor.href === window.location.href || anchor.getAttribute("href") === "?") {
      if (anchor.closest(".b-err")) { window.location.reload(); }
      return;
    }
    var elsewhere = anchor.pathname !== window.location.pathname;
    go(anchor.href, false);
    if (elsewhere) { window.scrollTo(0, 0); }
  });

  /* Controls within data-q / data-q-many write themselves into the address. Captured before React handles the
     event, because a controlled input may be set back while the new value is on its way. */
  var waiting = {};
  function later(key, wait, act) {
    window.clearTimeout(waiting[key]);
    waiting[key] = window.setTimeout(act, wait);
  }
  function isDay(text) {
    return text === "" || (/^\d{4}-\d{2}-\d{2}$/.test(text) && text >= "1900");
  }
  document.addEventListener("input", function (event) {
    var holder = event.target.closest("[data-q]");
    if (!holder || !/^(text|textarea|search|number|range)$/.test(event.target.type)) { return; }
    var key = holder.dataset.q, value = event.target.value.trim();
    later(key, 350, function () { setQuery(key, value, true); });
  }, true);
  document.addEventListener("change", function (event) {
    var control = event.target, many = control.closest("[data-q-many]"), one = control.closest("[data-q]");
    if (many) {
      later(many.dataset.qMany, 0, function () {
        var checked = Array.from(many.querySelectorAll("input:checked"), function (box) { return box.value; });
        setQuery(many.dataset.qMany, checked, false);
      });
    } else if (one && control.type === "date") {
      var day = control.value;
      later(one.dataset.q, 700, function () { if (isDay(day)) { setQuery(one.dataset.q, day, false); } });
    } else if (one && !/^(text|textarea|search|number|range)$/.test(control.type)) {
      var value = control.value === "*" ? "" : control.value;
      later(one.dataset.q, 0, function () { setQuery(one.dataset.q, value, false); });
    }
  }, true);

  /* One finger scrolls the page, also over a map and over a network that is shown whole; two fingers move the map.
     Their libraries would otherwise keep every touch. */
  var scrolling = false;
  function leavesTouchToPage(target) {
    var canvas = target.closest(".b-canvas"), button = canvas && canvas.querySelector("[data-canvas]");
    var network = button && networkOf(button.dataset.canvas);
    return Boolean(target.closest(".b-map") || (network && !network.userPanningEnabled()));
  }
  document.addEventListener("touchstart", function () { scrolling = false; }, { capture: true, passive: true });
  document.addEventListener("touchmove", function (event) {
    if (event.touches.length !== 1 || !leavesTouchToPage(event.target)) { return; }
    scrolling = true;
    event.stopPropagation();
  }, { capture: true, passive: true });
  document.addEventListener("touchend", function (event) {
    if (scrolling) { event.stopPropagation(); }
  }, { capture: true, passive: true });

  /* Forms that leave the page come back to it. */
  document.addEventListener("submit", function (event) {
    var next = event.target.querySelector("input[name=next]");
    if (next) { next.value = window.location.pathname + window.location.search; }
  }, true);

  /* The network on its canvas. It shows all of itself until someone zooms; only then can it be dragged about, so
     that a finger on a phone scrolls the page and does not get caught. This is the only place that decides what
     part is shown: two that did, one after the other, made the picture jump. */
  var PADDING = 24;
  var ROOMY = 1.6; // the largest zoom that a picture is fitted with
  function networkOf(id) {
    var holder = document.getElementById(id);
    return holder && holder._cyreg && holder._cyreg.cy;
  }
  function showAll(network, slowly) {
    var frame = network.container();
    /* A page that is being laid out may give the canvas no room for a moment. */
    if (!frame || !frame.clientWidth || !frame.clientHeight || network.nodes().empty()) { return; }
    network.stop();
    network.resize();
    // A network of two or three would otherwise fill the frame with a name.
    var most = network.maxZoom();
    network.maxZoom(ROOMY);
    if (slowly) { network.animate({ fit: { eles: network.elements(), padding: PADDING } }, { duration: 400 }); }
    else { network.fit(undefined, PADDING); }
    network.maxZoom(most);
    network.userPanningEnabled(false);
    network.scratch("fitted", true);
  }
  function zoom(button) {
    var network = networkOf(button.dataset.canvas);
    if (!network) { return; }
    if (button.dataset.zoom === "fit") { showAll(network); return; }
    var level = network.zoom() * (button.dataset.zoom === "in" ? 1.4 : 1 / 1.4);
    network.userPanningEnabled(true);
    network.zoom({ level: level, renderedPosition: { x: network.width() / 2, y: network.height() / 2 } });
  }
  var prepared = new WeakSet();
  function prepareCanvases() {
    document.querySelectorAll("[data-zoom=fit]").forEach(function (button) {
      var network = networkOf(button.dataset.canvas);
      if (!network || prepared.has(network)) { return; }
      prepared.add(network);
      showAll(network);
      new ResizeObserver(function () {
        if (!network.destroyed() && !network.userPanningEnabled()) { showAll(network); }
      }).observe(network.container());
    });
  }
  function closeMenus(except) {
    document.querySelectorAll("details.b-menu[open]").forEach(function (menu) {
      if (menu !== except) { menu.open = false; }
    });
  }
  document.addEventListener("click", function (event) {
    if (!event.target.closest) { return; }
    var theme = event.target.closest("[data-theme-choice]"), zoomer = event.target.closest("[data-zoom]");
    if (theme) { chooseTheme(theme.dataset.themeChoice); }
    if (zoomer) { zoom(zoomer); }
    closeMenus(event.target.closest("details.b-menu"));
  });
  document.addEventListener("keydown", function (event) {
    var menu = document.querySelector("details.b-menu[open]");
    if (event.key !== "Escape" || !menu) { return; }
    menu.open = false;
    menu.querySelector("summary").focus();
  });

  /* A callback that draws a part again takes the focus with it. It is given back to the same thing, known by its
     id, or, when that is gone (a chip that was removed), to the part it stood in. */
  var held = null, heldFor = 1500;
  document.addEventListener("focusin", function (event) {
    var around = [];
    for (var part = event.target; part && part !== document.body; part = part.parentElement) {
      if (part.id) { around.push(part.id); }
    }
    held = { element: event.target, id: event.target.id, around: around, lost: 0 };
  });
  function giveBackFocus() {
    if (!held || held.element.isConnected || document.activeElement !== document.body) { return; }
    held.lost = held.lost || Date.now();
    var again = held.id && document.getElementById(held.id);
    if (again) { again.focus({ preventScroll: true }); return; }
    if (Date.now() - held.lost < 400) { later(" focus", 450, giveBackFocus); return; }
    var part = held.around.map(function (id) { return document.getElementById(id); }).find(Boolean);
    if (part && Date.now() - held.lost < heldFor) {
      if (!part.hasAttribute("tabindex")) { part.setAttribute("tabindex", "-1"); }
      part.focus({ preventScroll: true });
    }
  }

  /* After every change: the title follows the heading, the menu the address, and a new finding is spoken. */
  var spoken = { path: null, text: "" };
  function settle() {
    var heading = document.querySelector("#innehall h1");
    var title = heading && heading.textContent.trim() + " – Brygga";
    if (title && document.title !== title) { document.title = title; }
    markCurrent();
    prepareCanvases();
    speak();
  }
  function markCurrent() {
    /* One client (/kund/…) stands under the list of clients (/kunder). */
    var path = window.location.pathname.replace(/(.)\/$/, "$1").replace(/^\/kund\//, "/kunder/");
    document.querySelectorAll(".b-nav a, .b-foot a[data-app]").forEach(function (anchor) {
      if (path === anchor.pathname) { anchor.setAttribute("aria-current", "page"); }
      else if (path.indexOf(anchor.pathname + "/") === 0) { anchor.setAttribute("aria-current", "true"); }
      else { anchor.removeAttribute("aria-current"); }
    });
  }
  function speak() {
    var found = document.querySelector("#innehall [data-announce]") || document.querySelector("#innehall .b-finding");
    var region = document.getElementById("meddelande");
    var text = found ? found.textContent.trim() : "", path = window.location.pathname;
    if (region && text && spoken.text && path === spoken.path && text !== spoken.text) { region.textContent = text; }
    if (text || path !== spoken.path) { spoken = { path: path, text: text }; }
  }
  function watch() {
    var main = document.getElementById("innehall");
    if (!main) { return false; }
    applyTheme();
    settle();
    new MutationObserver(function () { giveBackFocus(); later(" settle", 150, settle); })
      .observe(main, { childList: true, subtree: true, characterData: true });
    return true;
  }
  if (!watch()) {
    var waitingForMain = new MutationObserver(function () { if (watch()) { waitingForMain.disconnect(); } });
    waitingForMain.observe(document, { childList: true, subtree: true });
  }

  var arrived = null;
  window.dash_clientside = window.dash_clientside || {};
  window.dash_clientside.brygga = {
    /* A page has been drawn: focus goes to the part that the address names, or, on every page but the first,
       to the heading. */
    arrive: function (_page, pathname) {
      var first = arrived === null;
      arrived = pathname;
      closeMenus(null);
      window.setTimeout(function () {
        var named = document.getElementById(window.location.hash.slice(1));
        if (named) { named.scrollIntoView(); named.focus({ preventScroll: true }); return; }
        var heading = document.querySelector("#innehall h1") || document.getElementById("innehall");
        if (heading && !first) { heading.focus({ preventScroll: true }); }
      }, 60);
      return pathname;
    },
    theme: function (_pathname, known) {
      return known === shownTheme() ? window.dash_clientside.no_update : shownTheme();
    },
    setQuery: setQuery,
    showAll: showAll
  };
})();
