/* The network picture in the browser: nodes and marks become cytoscape's elements, a tap becomes an address. The
   server sends the nodes once and afterwards only lists of numbers: which are shown, and which are meant. */
(function () {
  "use strict";
  var STEP_BACK = 0.86; // size of a node that the question is not about
  var MARGIN = 30;
  var COMFORTABLE = 0.8; // the zoom at which marks are easy to tell apart and names are 12 px or more
  var LARGEST = 3;
  var NARROW = 460; // px: names do not fit, a letter does
  var HALF_LETTER = 4, NAME_HEIGHT = 22; // of a name of 16 px, in the picture's own units
  var SECOND_LOOK = 400; // ms for an employer to move to another rung
  var still = window.matchMedia("(prefers-reduced-motion: reduce)");
  var kept = { nodes: null, marks: null, styles: null, theme: "light", times: 1, look: null, frame: "", moves: [], view: null, selected: null };

  function set(list) {
    var places = {};
    (list || []).forEach(function (place) { places[place] = true; });
    return places;
  }
  /* As dashboard.figures.network_style.node_size. */
  function size(strength) { return 12 + strength / 10; }

  /* The server gives names that do not cover each other; the name of the one that was tapped comes on top of them. */
  function covered(node, chosen, times) {
    if (!chosen || chosen === node) { return false; }
    var reach = (node[1].length + chosen[1].length) * HALF_LETTER * times;
    return Math.abs(node[3] - chosen[3]) < NAME_HEIGHT * times && Math.abs(node[2] - chosen[2]) < reach;
  }
  function ladder() { return kept.marks && kept.marks.drawing === "ladder" ? window.dash_clientside.networkLadder : null; }
  function codeOf(nodes, marks, place, at) {
    var of = marks.colour.of;
    return of === "rung" ? marks.rungs[at] : of === "warmth" ? marks.warmths[at] : nodes[of][place];
  }
  function employers(nodes, marks, times) {
    var rungs = ladder(), spots = rungs ? rungs.spots(nodes, marks) : null;
    var tapped = marks.selected >= 0 ? nodes.employers[marks.selected] : null;
    var lit = set(marks.highlighted), alarm = set(marks.critical), strong = set(marks.strong);
    var sides = rungs ? rungs.named(nodes, marks, spots) : marks.sides || {};
    var named = set(rungs ? Object.keys(sides) : marks.labelled);
    return marks.shown.map(function (place, at) {
      var node = nodes.employers[place], meant = lit[place] || alarm[place], chosen = place === marks.selected;
      var classes = ["employer", marks.colour.looks[codeOf(nodes, marks, place, at)]];
      if (lit[place]) { classes.push("highlighted"); }
      if (alarm[place]) { classes.push("critical"); }
      if (strong[place]) { classes.push("strong"); }
      if (named[place] && (rungs || !covered(node, tapped, times))) { classes.push("labelled"); }
      if (sides[place]) { classes.push("name-" + sides[place]); }
      if (chosen) { classes.push("selected"); }
      if (marks.faded && !meant && !chosen) { classes.push("faded"); }
      return {
        data: { id: "e:" + node[0], label: node[1], employer: node[0], size: size(marks.strengths[at]) * times * (marks.faded && !meant ? STEP_BACK : 1) },
        position: spots ? spots[at] : { x: node[2], y: node[3] },
        classes: classes.join(" ")
      };
    });
  }
  function coaches(nodes, marks) {
    var leaving = set(marks.leaving);
    return marks.coaches.map(function (place) {
      var node = nodes.coaches[place];
      return {
        data: { id: "c:" + node[0], label: node[1], short: node[1].slice(0, 1), size: 32 },
        position: { x: node[2], y: node[3] },
        classes: leaving[place] ? "coach leaving" : "coach"
      };
    });
  }
  function ties(nodes, marks) {
    var kinds = { critical: set(marks.alarm), gone: set(marks.gone), highlighted: set(marks.lit), "new": set(marks.fresh) };
    return marks.ties.map(function (place) {
      var tie = nodes.ties[place], classes = ["tie"];
      Object.keys(kinds).forEach(function (kind) { if (kinds[kind][place]) { classes.push(kind); } });
      var coach = nodes.coaches[tie[0]][0], employer = nodes.employers[tie[1]][0];
      return {
        data: { id: "t:" + coach + ":" + employer, source: "c:" + coach, target: "e:" + employer },
        classes: classes.join(" ")
      };
    });
  }

  /* Marks and names keep a readable size where the picture is small (a phone) or wide (very many employers). */
  function enlargement(nodes, marks) {
    if (ladder()) { return ladder().times(nodes); }
    var holder = document.getElementById("natverk-duk");
    var places = marks.shown.map(function (place) { return nodes.employers[place]; })
      .concat(marks.coaches.map(function (place) { return nodes.coaches[place]; }));
    if (!holder || !holder.clientWidth || !places.length) { return 1; }
    function extent(at) {
      var values = places.map(function (node) { return node[at]; });
      return Math.max.apply(null, values) - Math.min.apply(null, values) + 2 * MARGIN;
    }
    var zoom = Math.min((holder.clientWidth - 2 * MARGIN) / extent(2), (holder.clientHeight - 2 * MARGIN) / extent(3));
    return Math.min(Math.max(COMFORTABLE / zoom, 1), LARGEST);
  }
  function enlarged(style, times, short) {
    var names = [{ selector: "node.labelled", style: { label: "" } }, { selector: "node.selected", style: { label: "data(label)" } }];
    if (ladder()) { return short ? style.concat(names) : style; }
    if (times === 1) { return style; }
    var more = [
      { selector: "node", style: { "font-size": 16 * times } },
      { selector: "node.employer", style: { "text-outline-width": 3 * times } },
      { selector: "node.coach", style: { height: 26 * times, padding: 4 * times + "px", label: short ? "data(short)" : "data(label)" } },
      { selector: "node.coach", style: short ? {} : { width: 88 * times, "text-max-width": 80 * times + "px" } },
      { selector: "edge", style: { width: times } },
      { selector: "edge.highlighted, edge.new", style: { width: 2 * times } }
    ];
    return style.concat(more, short ? names : []);
  }

  /* Cytoscape itself comes late on the first visit, and adds elements after `draw` has returned. */
  function whenReady(view, tries, act) {
    window.setTimeout(function () {
      var holder = document.getElementById("natverk-duk");
      var network = holder && holder._cyreg && holder._cyreg.cy;
      if (kept.view !== view || tries === 0) { return; }
      if (network && network.nodes().length && holder.clientWidth) { act(network); }
      else { whenReady(view, tries - 1, act); }
    }, 60);
  }
  function fit(network) {
    window.dash_clientside.brygga.showAll(network, !still.matches && Boolean(network.scratch("fitted")));
  }
  function drawnAs(marks) {
    var rows = ladder() ? ladder().rows(marks) : [];
    return rows.concat(employers(kept.nodes, marks, kept.times), coaches(kept.nodes, marks), ties(kept.nodes, marks));
  }
  /* Where the browser gives places, they follow from the size of the frame. */
  function frameNow() { return ladder() ? ladder().frame() : ""; }
  function painted() {
    kept.times = enlargement(kept.nodes, kept.marks);
    kept.frame = frameNow();
    return drawnAs(kept.marks);
  }
  /* The stylesheet, when it is another than the canvas has. */
  function restyled() {
    var holder = document.getElementById("natverk-duk"), short = Boolean(holder && holder.clientWidth < NARROW);
    var look = [kept.theme, kept.times, short, kept.marks.drawing].join(" ");
    if (look === kept.look) { return null; }
    kept.look = look;
    return enlarged(kept.styles[kept.theme] || kept.styles.light, kept.times, short);
  }
  /* Change only what differs: the component compares everything with everything, which takes half a second. */
  /* Once the rest of the page has been drawn: a move that begins before it is over before anyone sees it. */
  function moveSlowly(moves) {
    kept.moves = moves;
    window.requestAnimationFrame(function () {
      window.setTimeout(function () {
        if (kept.moves !== moves) { return; }
        moves.forEach(function (one) { one.node.stop(true).animate({ position: one.to }, { duration: SECOND_LOOK }); });
      }, 0);
    });
  }
  function apply(network, elements, slowly) {
    var wanted = {}, moves = [];
    elements.forEach(function (element) { wanted[element.data.id] = true; });
    network.batch(function () {
      network.remove(network.elements().filter(function (element) { return !wanted[element.id()]; }));
      elements.forEach(function (element) {
        var there = network.getElementById(element.data.id);
        if (there.empty()) { network.add(element); return; }
        there.classes(element.classes);
        if (!there.isNode()) { return; }
        ["size", "label", "width"].forEach(function (key) {
          if (there.data(key) !== element.data[key]) { there.data(key, element.data[key]); }
        });
        var from = there.position(), to = element.position;
        if (from.x === to.x && from.y === to.y && !there.animated()) { return; }
        if (slowly && !still.matches) { moves.push({ node: there, to: to }); } else { there.stop(true).position(to); }
      });
    });
    moveSlowly(moves);
  }
  function repaintIfResized(network) {
    if (!kept.nodes || (enlargement(kept.nodes, kept.marks) === kept.times && kept.frame === frameNow())) { return; }
    apply(network, painted());
    var style = restyled();
    if (style) { window.dash_clientside.set_props("natverk-duk", { stylesheet: style }); }
  }
  /* The frame is fitted by whoever prepared the canvas; what needs another size in it is painted again here. */
  var resized = null;
  window.addEventListener("resize", function () {
    window.clearTimeout(resized);
    resized = window.setTimeout(function () {
      if (!document.getElementById("natverk-duk")) { return; }
      whenReady(kept.view, 10, function (network) {
        repaintIfResized(network);
        if (!network.userPanningEnabled()) { window.dash_clientside.brygga.showAll(network); }
      });
    }, 200);
  });

  /* The canvas, when it holds a picture already; a page that is drawn anew has a new, empty one. */
  function canvas() {
    var holder = document.getElementById("natverk-duk"), network = holder && holder._cyreg && holder._cyreg.cy;
    return network && network.scratch("fitted") ? network : null;
  }

  /* Opening an employer moves to its panel; closing it, back to its row. */
  function moveFocus(id) {
    var before = kept.selected;
    kept.selected = id;
    if (before === id) { return; }
    window.setTimeout(function () {
      var panel = document.getElementById("natverk-panel"), active = document.activeElement;
      var inList = active && active.closest && active.closest("#natverk-tabell");
      var lost = !active || active === document.body;
      if (id !== null && inList) {
        var heading = document.getElementById("natverk-panel-title");
        if (heading) { heading.focus({ preventScroll: true }); panel.scrollIntoView({ block: "nearest", behavior: still.matches ? "auto" : "smooth" }); }
      } else if (id !== null && window.innerWidth < 1400) {
        panel.scrollIntoView({ block: "nearest", behavior: still.matches ? "auto" : "smooth" });
      } else if (id === null && lost) {
        var row = Array.from(document.querySelectorAll("#natverk-tabell tbody th a")).find(function (anchor) {
          return anchor.search.indexOf("arbetsgivare=" + encodeURIComponent(before)) >= 0;
        });
        var place = row || document.querySelector("#natverk-bild-title");
        if (place) { if (!row) { place.tabIndex = -1; } place.focus({ preventScroll: !row }); }
      }
    }, 120);
  }

  window.dash_clientside = window.dash_clientside || {};
  window.dash_clientside.network = {
    draw: function (nodes, marks, theme, styles) {
      var none = window.dash_clientside.no_update;
      /* Nodes and marks come in one answer but are set one after the other. */
      if (!nodes || !marks || !styles || marks.key !== nodes.key) { return [none, none]; }
      kept.nodes = nodes;
      kept.marks = marks;
      kept.styles = styles;
      kept.theme = theme;
      var network = canvas(), sameView = kept.view === marks.view;
      if (!network) { kept.look = null; }
      if (kept.view !== marks.view || !network) {
        kept.view = marks.view;
        whenReady(marks.view, 500, function (shown) {
          repaintIfResized(shown);
          fit(shown);
        });
      }
      document.dispatchEvent(new CustomEvent("brygga:network-day", { detail: { day: marks.day, said: marks.said } }));
      moveFocus(marks.selected >= 0 ? nodes.employers[marks.selected][0] : null);
      var elements = painted();
      if (network) { apply(network, elements, sameView); }
      return [network ? none : elements, restyled() || none];
    },
    /* A month of the film on the same nodes and at the same size; without one, the picture as it stands. */
    show: function (frame) {
      var network = canvas();
      if (!network || !kept.nodes) { return; }
      var plain = { selected: kept.marks.selected, faded: false, colour: kept.marks.colour };
      apply(network, drawnAs(frame ? Object.assign(plain, frame) : kept.marks), true);
    },
    fitsFilm: function (film) {
      return Boolean(film && kept.nodes && film.key === kept.nodes.key + " " + kept.marks.view);
    },
    /* A tap on an employer selects it; on the selected one, lets go. */
    choose: function (data) {
      if (data && data.employer) {
        var query = window.location.search, key = "arbetsgivare=" + encodeURIComponent(data.employer);
        var isChosen = query.replace(/^\?/, "").split("&").indexOf(key) >= 0;
        window.dash_clientside.brygga.setQuery("arbetsgivare", isChosen ? [] : [data.employer], false);
      }
      return null; // so that a second tap on the same node is a change too
    },
    /* The search field follows the back button, but never whoever is typing in it. */
    follow: function (search, value) {
      var none = window.dash_clientside.no_update, field = document.getElementById("natverk-sok");
      if (!field || document.activeElement === field) { return none; }
      var text = new URLSearchParams(search || "").get("q") || "";
      return text === (value || "") ? none : text;
    }
  };
})();
