/* A chart's table as a file: what the card shows, stamped with its title, its finding, the selection and the day. */
(function () {
  "use strict";
  var NUMBER = /^[-+−]?[\d\s\u00a0\u202f.,]+%?$/;

  function text(node) { return node ? node.textContent.replace(/\s+/g, " ").trim() : ""; }
  /* A spreadsheet runs what begins like a formula; as text it is harmless. */
  function cell(value) {
    var safe = /^[=+\-@]/.test(value) && !NUMBER.test(value) ? "'" + value : value;
    return '"' + safe.replace(/"/g, '""') + '"';
  }
  function lines(card, table) {
    var stamp = [text(card.querySelector("h2")), text(card.querySelector(".b-finding")), decodeURI(window.location.pathname + window.location.search), new Date().toISOString().slice(0, 10)];
    var rows = Array.from(table.querySelectorAll("tr"), function (row) { return Array.from(row.cells, text); });
    return stamp.filter(Boolean).map(function (line) { return [line]; }).concat([[]], rows);
  }
  function save(name, content) {
    var link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob(["\ufeff" + content], { type: "text/csv;charset=utf-8" }));
    link.download = name;
    link.click();
    window.setTimeout(function () { URL.revokeObjectURL(link.href); }, 1000);
  }
  document.addEventListener("click", function (event) {
    var button = event.target.closest && event.target.closest("[data-table-file]");
    var tools = button && button.closest(".b-tools"), table = tools && tools.querySelector("table");
    if (!table) { return; }
    var card = button.closest(".b-card") || tools.parentElement;
    var content = lines(card, table).map(function (row) { return row.map(cell).join(";"); }).join("\r\n");
    var name = text(card.querySelector("h2")).toLowerCase().replace(/[^a-z0-9åäö]+/g, "-").replace(/^-|-$/g, "");
    save((name || "brygga") + ".csv", content + "\r\n");
  });
})();
