/* The load by coach and week: arrow keys go from cell to cell, and this week is in sight on a narrow screen. */
(function () {
  "use strict";
  function cellAt(row, place) {
    var cell = row && row.cells[place];
    return cell ? cell.querySelector("a") : null;
  }
  function next(cell, down, right) {
    var row = cell.parentElement, place = cell.cellIndex;
    for (;;) {
      if (down) { row = down > 0 ? row.nextElementSibling : row.previousElementSibling; } else { place += right; }
      if (!row || place < 0 || place >= row.cells.length) { return null; }
      var found = cellAt(row, place);
      if (found && found.offsetParent) { return found; }
    }
  }
  document.addEventListener("keydown", function (event) {
    var cell = event.target.closest && event.target.closest("table[data-heat] tbody :is(td, th)");
    var step = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[event.key];
    if (!cell || !step || event.altKey || event.ctrlKey || event.metaKey) { return; }
    var found = next(cell, step[0], step[1]);
    event.preventDefault();
    if (found) { found.focus(); }
  });
})();
