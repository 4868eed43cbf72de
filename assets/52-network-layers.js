/* The networks behind the ties in the browser: a picture of at most some hundred nodes is built anew at each change,
   and a tap becomes an address. What part of it is shown is decided by 40-app.js alone. */
(function () {
  "use strict";
  var CANVAS = "lager-duk", COMFORTABLE = 0.8, LARGEST = 3, MARGIN = 30;
  var BOXED = { coach: true, unit: true, referrer: true, party: true };
  var still = window.matchMedia("(prefers-reduced-motion: reduce)");
  var turn = 0, shownKey = null;

  function canvas() {
    var holder = document.getElementById(CANVAS);
    return holder && holder._cyreg && holder._cyreg.cy;
  }
  /* Cytoscape comes late on the first visit, and the place has no size while another network is shown. */
  function whenReady(mine, tries, act) {
    window.setTimeout(function () {
      var network = canvas();
      if (mine !== turn || tries === 0) { return; }
      if (network && !network.destroyed() && network.container().clientWidth) { act(network); }
      else { whenReady(mine, tries - 1, act); }
    }, tries === 500 ? 0 : 60);
  }
  function set(list) {
    var places = {};
    list.forEach(function (place) { places[place] = true; });
    return places;
  }
  /* Marks and names keep a readable size where the picture is small. */
  function enlargement(network, nodes) {
    var frame = network.container();
    function extent(at) {
      var values = nodes.map(function (node) { return node[at]; });
      return Math.max.apply(null, values) - Math.min.apply(null, values) + 2 * MARGIN;
    }
    var zoom = Math.min(frame.clientWidth / extent(2), frame.clientHeight / extent(3));
    return Math.min(Math.max(COMFORTABLE / zoom, 1), LARGEST);
  }
  function elements(picture, times) {
    var meant = set(picture.meant), named = set(picture.labelled), lit = set(picture.lit);
    var faded = picture.selected >= 0 || picture.meant.length > 0;
    var nodes = picture.nodes.map(function (node, at) {
      var chosen = at === picture.selected, kind = node[4], classes = [kind];
      if (kind === "employer") { classes.push(node[5] < 0 ? "unknown" : "rung-" + node[5]); }
      if (chosen) { classes.push("selected"); }
      if (meant[at]) { classes.push("highlighted"); }
      if (named[at] || (chosen && !BOXED[kind])) { classes.push("labelled"); }
      if (picture.sides[at]) { classes.push("name-" + picture.sides[at]); }
      if (faded && !chosen && !meant[at]) { classes.push("faded"); }
      return {
        group: "nodes",
        data: { id: node[0], label: node[1], size: (12 + node[6] / 10) * times },
        position: { x: node[2], y: node[3] },
        classes: classes.join(" ")
      };
    });
    var links = picture.links.map(function (link, at) {
      var classes = [picture.directed ? "arrow" : "line"];
      if (lit[at]) { classes.push("lit"); } else if (faded && !(meant[link[0]] && meant[link[1]])) { classes.push("faded"); }
      var ends = [picture.nodes[link[0]][0], picture.nodes[link[1]][0]];
      return {
        group: "edges",
        data: { id: "l:" + ends.join(" "), source: ends[0], target: ends[1], width: link[2] * Math.sqrt(times) },
        classes: classes.join(" ")
      };
    });
    var titles = picture.titles.map(function (title, at) {
      return {
        group: "nodes",
        data: { id: "g:" + at, label: title[0], size: 1 },
        position: { x: title[1], y: title[2] },
        classes: "title",
        selectable: false
      };
    });
    return nodes.concat(titles, links);
  }
  function choose(event) {
    var id = event.target.id();
    if (event.target.hasClass("title")) { return; }
    var chosen = event.target.hasClass("selected");
    window.dash_clientside.brygga.setQuery("nod", chosen ? [] : [id], false);
  }
  function restyled(network, styles, theme, times) {
    var more = times === 1 ? [{ selector: "node.title", style: { "font-size": 20 } }] : [
      { selector: "node", style: { "font-size": 16 * times } },
      { selector: "node.employer", style: { "text-outline-width": 3 * times } },
      { selector: "node.title", style: { "font-size": 20 * times } },
      { selector: "node.coach", style: { height: 30 * times, width: 88 * times, "text-max-width": 80 * times } },
      { selector: "node.unit, node.referrer, node.party", style: { height: 30 * times, width: 236 * times, "text-max-width": 224 * times } }
    ];
    return (styles[theme] || styles.light).concat(more);
  }
  function build(network, picture, styles, theme) {
    var times = enlargement(network, picture.nodes);
    network.batch(function () {
      network.elements().remove();
      network.add(elements(picture, times));
    });
    window.dash_clientside.set_props(CANVAS, { stylesheet: restyled(network, styles, theme, times) });
    network.off("tap", "node", choose).on("tap", "node", choose);
    if (picture.key !== shownKey || !network.scratch("fitted")) {
      shownKey = picture.key;
      window.dash_clientside.brygga.showAll(network, !still.matches && Boolean(network.scratch("fitted")));
    }
  }

  window.dash_clientside = window.dash_clientside || {};
  window.dash_clientside.layers = {
    draw: function (picture, theme, styles) {
      turn += 1;
      if (picture && styles && picture.nodes.length) {
        whenReady(turn, 500, function (network) { build(network, picture, styles, theme); });
      }
      return window.dash_clientside.no_update;
    },
    /* The search field follows the back button, but never whoever is typing in it. */
    follow: function (search, value) {
      var none = window.dash_clientside.no_update, field = document.getElementById("lager-sok");
      if (!field || document.activeElement === field) { return none; }
      var text = new URLSearchParams(search || "").get("q") || "";
      return text === (value || "") ? none : text;
    }
  };
})();
