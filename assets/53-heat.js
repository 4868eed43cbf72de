/* A heat map (table[data-heat]) is one stop for the tab key: arrow keys go from cell to cell, and up and down inside
   a cell that has several links first; Home and End go to the ends of a row. */
(function () {
  "use strict";
  function shownIn(part) {
    return Array.from(part.querySelectorAll("a")).filter(function (link) { return link.offsetParent; });
  }
  /* Whoever comes from below enters a cell at its last link. */
  function cellAt(row, place, last) {
    var links = row && row.cells[place] ? shownIn(row.cells[place]) : [];
    return links[last ? links.length - 1 : 0] || null;
  }
  function beside(link, cell, down) {
    var links = shownIn(cell);
    return down ? links[links.indexOf(link) + down] || null : null;
  }
  function next(cell, down, right) {
    var row = cell.parentElement, place = cell.cellIndex;
    for (;;) {
      if (down) { row = down > 0 ? row.nextElementSibling : row.previousElementSibling; } else { place += right; }
      if (!row || place < 0 || place >= row.cells.length) { return null; }
      var found = cellAt(row, place, down < 0);
      if (found) { return found; }
    }
  }
  /* Only one cell can be reached by tab: the one that was in focus last, or the first that is shown. */
  function stopAt(table, chosen) {
    var links = Array.from(table.querySelectorAll("tbody a"));
    var kept = links.filter(function (link) { return link.tabIndex === 0 && link.offsetParent; });
    var stop = chosen || (kept.length === 1 ? kept[0] : links.find(function (link) { return link.offsetParent; }));
    links.forEach(function (link) {
      var place = link === stop ? 0 : -1;
      if (link.tabIndex !== place) { link.tabIndex = place; }
    });
  }
  function prepare() { document.querySelectorAll("table[data-heat]").forEach(function (table) { stopAt(table); }); }
  new MutationObserver(prepare).observe(document, { childList: true, subtree: true });
  window.addEventListener("resize", prepare);
  document.addEventListener("focusin", function (event) {
    var table = event.target.closest && event.target.closest("table[data-heat]");
    if (table && event.target.matches("tbody a")) { stopAt(table, event.target); }
  });
  function endOf(cell, last) {
    var links = shownIn(cell.parentElement);
    return links[last ? links.length - 1 : 0] || null;
  }

  document.addEventListener("keydown", function (event) {
    var cell = event.target.closest && event.target.closest("table[data-heat] tbody :is(td, th)");
    var step = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[event.key];
    var end = event.key === "Home" || event.key === "End";
    if (!cell || !(step || end) || event.altKey || event.ctrlKey || event.metaKey) { return; }
    var found = end ? endOf(cell, event.key === "End") : beside(event.target, cell, step[0]) || next(cell, step[0], step[1]);
    event.preventDefault();
    if (found) { found.focus(); }
  });
})();
