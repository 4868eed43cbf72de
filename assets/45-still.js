/* Builds what stands in a data-still attribute: ["tag", {attributes}, child, …], text as text. Focus, and which
   details are open, are kept when it is built again. */
(function () {
  "use strict";
  var HOLDER = "[data-still]";
  var TAGS = /^(a|abbr|article|aside|b|br|button|caption|dd|details|div|dl|dt|em|fieldset|figcaption|figure|footer|form|h[1-6]|header|i|input|label|legend|li|nav|ol|option|p|progress|section|select|small|span|strong|summary|table|tbody|td|tfoot|th|thead|time|tr|ul)$/;
  var PICTURE = /^(svg|g|rect|line|path|polygon|polyline|circle|text|tspan)$/, SVG = "http://www.w3.org/2000/svg";
  var drawn = new WeakMap();

  function styled(element, style) {
    Object.keys(style).forEach(function (name) {
      var property = name.indexOf("--") === 0 ? name : name.replace(/[A-Z]/g, function (letter) { return "-" + letter.toLowerCase(); });
      element.style.setProperty(property, String(style[name]));
    });
  }
  function dress(element, attributes) {
    Object.keys(attributes).forEach(function (name) {
      var value = attributes[name];
      if (name === "style") { styled(element, value); return; }
      // Links stay within the application, and no attribute runs a script.
      if (/^on/.test(name) || (/^(href|action|formaction)$/.test(name) && !/^([?#]|\/(?!\/))/.test(value))) { return; }
      element.setAttribute(name, value === true ? "" : String(value));
    });
  }
  function build(tree) {
    if (tree === null || tree === undefined) { return document.createTextNode(""); }
    if (!Array.isArray(tree)) { return document.createTextNode(String(tree)); }
    var node = TAGS.test(tree[0]) ? document.createElement(tree[0]) : PICTURE.test(tree[0]) ? document.createElementNS(SVG, tree[0]) : document.createDocumentFragment();
    if (node.setAttribute) { dress(node, tree[1]); }
    tree.slice(2).forEach(function (child) { node.appendChild(build(child)); });
    return node;
  }
  function openOnes(holder) {
    return Array.from(holder.querySelectorAll("details[open] > summary"), function (summary) { return summary.textContent; });
  }
  function draw(holder) {
    var text = holder.getAttribute("data-still");
    if (drawn.get(holder) === text) { return; }
    drawn.set(holder, text);
    var open = openOnes(holder), focused = holder.contains(document.activeElement) ? document.activeElement.id : "";
    var parts = document.createDocumentFragment();
    JSON.parse(text).forEach(function (tree) { parts.appendChild(build(tree)); });
    holder.replaceChildren(parts);
    holder.querySelectorAll("details > summary").forEach(function (summary) {
      if (open.indexOf(summary.textContent) >= 0) { summary.parentElement.open = true; }
    });
    var again = focused && document.getElementById(focused);
    if (again) { again.focus({ preventScroll: true }); }
  }
  function drawWithin(node) {
    if (node.nodeType !== 1) { return; }
    if (node.matches(HOLDER)) { draw(node); }
    node.querySelectorAll(HOLDER).forEach(draw);
  }
  new MutationObserver(function (changes) {
    changes.forEach(function (change) {
      if (change.type === "attributes") { draw(change.target); } else { change.addedNodes.forEach(drawWithin); }
    });
  }).observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: ["data-still"] });
})();
