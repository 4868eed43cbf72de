/* The network drawn as the relationship ladder: a row for each rung, and in every row the same seats. The server says
   which seat an employer has; which column and line that is, and how large, follows from the frame. An employer that
   climbs keeps its column. The places are the frame's own pixels, so that fitting changes next to nothing. */
(function () {
  "use strict";
  var RUNGS = 6;
  var MARGIN = 24, TOOLS = 40; // around the picture, and the zoom buttons beside it
  var NAME = 26; // px above the seats of a row: its name
  var FOOT = 8;
  var ROOMY = 17, LEAST = 0.5; // px between seats where marks have their full size; they are never drawn smaller
  var LETTER = 8.5, LINE = 22, BELOW = 8, BESIDE = 14, MOST_NAMES = 8, MARK = 3;

  function room() {
    var holder = document.getElementById("natverk-duk");
    var width = holder && holder.clientWidth || 900, height = holder && holder.clientHeight || 600;
    return { width: Math.max(width - 2 * MARGIN, 200), row: Math.max(height - 2 * MARGIN, 240) / RUNGS };
  }
  function lineRoom(frame) { return frame.row - NAME - FOOT; }
  /* Seats fill ever larger rectangles of the frame's own form, so that a seat keeps its cell when others are added. */
  function cell(seat, ratio) {
    var lines = Math.floor(Math.sqrt(seat / ratio)) + 1, before = ratio * (lines - 1), more = seat - before * (lines - 1);
    if (more < ratio * (lines - 1)) { return { column: before + Math.floor(more / (lines - 1)), line: more % (lines - 1) }; }
    return { column: more - ratio * (lines - 1), line: lines - 1 };
  }
  function grid(nodes) {
    var frame = room(), ratio = Math.max(3, Math.round((frame.width - TOOLS) / lineRoom(frame))), columns = 1, lines = 1;
    var cells = nodes.employers.map(function (node) {
      var found = cell(node[2], ratio);
      columns = Math.max(columns, found.column + 1);
      lines = Math.max(lines, found.line + 1);
      return found;
    });
    columns = Math.max(columns, ratio);
    return { frame: frame, cells: cells, across: (frame.width - TOOLS) / columns, down: lineRoom(frame) / lines };
  }
  /* What a name takes up on each side of its mark, the best side first. */
  function around(name, spot) {
    var width = name.length * LETTER, half = width / 2;
    return {
      "": { left: spot.x - half, right: spot.x + half, top: spot.y + BELOW, bottom: spot.y + BELOW + LINE },
      right: { left: spot.x + BESIDE, right: spot.x + BESIDE + width, top: spot.y - LINE / 2, bottom: spot.y + LINE / 2 },
      left: { left: spot.x - BESIDE - width, right: spot.x - BESIDE, top: spot.y - LINE / 2, bottom: spot.y + LINE / 2 },
      above: { left: spot.x - half, right: spot.x + half, top: spot.y - BELOW - LINE, bottom: spot.y - BELOW }
    };
  }
  function atEdge(name, spot, frame) {
    var half = name.length * LETTER / 2;
    return spot.x < half ? "right" : spot.x > frame.width - half ? "left" : "";
  }
  function top(frame, rung) { return (RUNGS - 1 - rung) * frame.row; }

  window.dash_clientside = window.dash_clientside || {};
  window.dash_clientside.networkLadder = {
    frame: function () {
      var frame = room();
      return frame.width + " " + frame.row;
    },
    times: function (nodes) {
      var found = grid(nodes);
      return Math.min(1, Math.max(LEAST, Math.min(found.across, found.down) / ROOMY));
    },
    /* Where those that are shown stand. */
    spots: function (nodes, marks) {
      var found = grid(nodes);
      return marks.shown.map(function (place, at) {
        var spot = found.cells[place];
        return {
          x: (spot.column + 0.5) * found.across,
          y: top(found.frame, marks.rungs[at]) + NAME + (spot.line + 0.5) * found.down
        };
      });
    },
    /* Those of the answer whose names find room without hiding a mark, the one that was tapped first: the side of
       each, "" for below. */
    named: function (nodes, marks, spots) {
      var frame = room(), taken = [], chosen = {}, count = 0, at = {};
      marks.shown.forEach(function (place, index) { at[place] = index; });
      function claim(box) {
        var covers = taken.some(function (other) {
          return box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom;
        });
        if (!covers) { taken.push(box); }
        return !covers;
      }
      (marks.rows || []).forEach(function (text, rung) {
        claim({ left: 0, right: text.length * LETTER, top: top(frame, rung), bottom: top(frame, rung) + NAME });
      });
      [marks.selected].concat(marks.labelled || []).forEach(function (place) {
        if (at[place] === undefined || count === MOST_NAMES) { return; }
        var spot = spots[at[place]], name = nodes.employers[place][1];
        var boxes = around(name, spot);
        var free = Object.keys(boxes).filter(function (side) {
          var box = boxes[side];
          var inside = box.left >= 0 && box.right <= frame.width - TOOLS / 2 && box.top >= 0 && box.bottom <= RUNGS * frame.row + MARGIN;
          return inside && !spots.some(function (other) {
            return other !== spot && other.x > box.left - MARK && other.x < box.right + MARK && other.y > box.top - MARK && other.y < box.bottom + MARK;
          });
        });
        var found = free.find(function (side) { return claim(boxes[side]); });
        // The name of the one that was tapped is shown whatever happens, within the frame.
        if (found === undefined && place === marks.selected) { found = atEdge(name, spot, frame); }
        if (found !== undefined) { chosen[place] = found; count += 1; }
      });
      return chosen;
    },
    rows: function (marks) {
      var frame = room(), found = [];
      (marks.rows || []).forEach(function (text, rung) {
        var above = top(frame, rung);
        found.push({
          data: { id: "r:" + rung, label: "", size: 1, width: frame.width },
          position: { x: frame.width / 2, y: above + frame.row - FOOT / 2 },
          classes: "row"
        }, {
          data: { id: "n:" + rung, label: text, size: 1, width: 1 },
          position: { x: 0, y: above + NAME / 2 },
          classes: "row-name"
        });
      });
      return found;
    }
  };
})();
