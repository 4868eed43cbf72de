/* Brygga: what a script adds to the public pages. Without it everything can be read and done. */
(function () {
  "use strict";
  var root = document.documentElement;
  root.classList.add("has-script");
  root.setAttribute("data-theme", theme());
  pointAtRungs();
  explainShapes();
  copyCodes();
  offerToPrint();
  show();

  function all(selector, within) {
    return Array.prototype.slice.call((within || document).querySelectorAll(selector));
  }

  /* Light or dark as it was chosen on the staff's pages in this browser, else as the machine has it. */
  function theme() {
    var kept = null;
    try {
      kept = window.localStorage.getItem("brygga-theme");
    } catch (error) {
      kept = null; // storage may be closed; then nothing is remembered
    }
    var dark = window.matchMedia("(prefers-color-scheme: dark)").matches;
    return kept === "light" || kept === "dark" ? kept : dark ? "dark" : "light";
  }

  /* A rung of the ladder and its signs in the arch point at each other. */
  function pointAtRungs() {
    all(".p-net").forEach(function (net) {
      var parts = all("[data-rung]", net);
      function point(rung) {
        net.classList.toggle("is-pointed", rung !== null);
        parts.forEach(function (part) {
          part.classList.toggle("is-on", part.getAttribute("data-rung") === rung);
        });
      }
      parts.forEach(function (part) {
        part.addEventListener("pointerenter", function () { point(part.getAttribute("data-rung")); });
        part.addEventListener("pointerleave", function () { point(null); });
      });
      document.addEventListener("keydown", function (event) { if (event.key === "Escape") point(null); });
    });
  }

  /* What a browser shows late and small as a title, at once and in our own look. */
  function explainShapes() {
    var tip = null;
    function hide() { if (tip) { tip.remove(); tip = null; } }
    function show(event, text) {
      if (!tip) {
        tip = document.createElement("div");
        tip.className = "p-tip";
        tip.setAttribute("aria-hidden", "true");
        document.body.appendChild(tip);
      }
      tip.textContent = text;
      tip.style.left = Math.min(event.clientX + 14, window.innerWidth - tip.offsetWidth - 8) + "px";
      tip.style.top = Math.min(event.clientY + 14, window.innerHeight - tip.offsetHeight - 8) + "px";
    }
    all("svg title, .p-growth__stack i[title]").forEach(function (named) {
      var shape = named.tagName.toLowerCase() === "title" ? named.parentNode : named;
      var text = named === shape ? named.getAttribute("title") : named.textContent;
      if (named === shape) named.removeAttribute("title");
      else named.remove();
      shape.addEventListener("pointermove", function (event) { show(event, text); });
      shape.addEventListener("pointerleave", hide);
    });
    document.addEventListener("keydown", function (event) { if (event.key === "Escape") hide(); });
    window.addEventListener("scroll", hide, { passive: true });
  }

  /* A code to copy is marked whole at one press. */
  function copyCodes() {
    all("textarea.p-code").forEach(function (code) {
      code.addEventListener("focus", function () { code.select(); });
    });
  }
  /* The sheet is printed by a button, where there is a script to press it for. */
  function offerToPrint() {
    all("[data-print]").forEach(function (button) {
      button.hidden = false;
      button.addEventListener("click", function () { window.print(); });
    });
  }

  /* On a screen: one thought at a time, by keys, buttons or a swipe; the film's half-years are steps of their own. */
  function show() {
    var holder = document.querySelector("[data-slides]");
    if (!holder) return;
    var slides = all("[data-slide]", holder);
    var place = document.querySelector("[data-place]");
    var now = 0;
    var films = slides.map(function (slide) { return makeFilm(slide.querySelector("[data-film]")); });
    root.classList.add("is-showing");
    document.querySelector(".p-controls__script").hidden = false;
    document.querySelector("[data-back]").addEventListener("click", back);
    document.querySelector("[data-next]").addEventListener("click", next);
    document.querySelector("[data-full]").addEventListener("click", fill);
    document.addEventListener("keydown", key);
    window.addEventListener("hashchange", fromAddress);
    swipe(holder);
    fromAddress();

    function go(to, forwards) {
      now = Math.max(0, Math.min(slides.length - 1, to));
      slides.forEach(function (slide, n) { slide.classList.toggle("is-now", n === now); });
      if (films[now]) films[now].begin(forwards);
      place.textContent = place.getAttribute("data-text").replace("{n}", now + 1).replace("{count}", slides.length);
      document.querySelector(".p-progress i").style.setProperty("--v", 100 * (now + 1) / slides.length);
      window.history.replaceState(null, "", "#" + slides[now].id);
      window.scrollTo(0, 0);
      slides[now].focus({ preventScroll: true });
    }
    function next() { if (!(films[now] && films[now].next())) go(now + 1, true); }
    function back() { if (!(films[now] && films[now].back())) go(now - 1, false); }
    function fromAddress() {
      var wanted = slides.map(function (slide) { return "#" + slide.id; }).indexOf(window.location.hash);
      go(wanted < 0 ? 0 : wanted, true);
    }
    function fill() {
      if (document.fullscreenElement) document.exitFullscreen();
      else if (root.requestFullscreen) root.requestFullscreen();
    }
    function key(event) {
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      var pressed = event.target.closest("a, button") && (event.key === " " || event.key === "Enter");
      if (pressed) return;
      var does = {
        ArrowRight: next, ArrowDown: next, PageDown: next, " ": next,
        ArrowLeft: back, ArrowUp: back, PageUp: back,
        Home: function () { go(0, true); }, End: function () { go(slides.length - 1, true); },
        f: fill,
        Escape: function () { if (!document.fullscreenElement) document.querySelector("[data-leave]").click(); }
      }[event.key];
      if (!does) return;
      /* Where a thought is taller than the screen, the keys that scroll do so first. */
      var down = event.key === "ArrowDown" || event.key === "PageDown" || event.key === " ";
      var up = event.key === "ArrowUp" || event.key === "PageUp";
      if (down && window.innerHeight + window.scrollY < root.scrollHeight - 2) return;
      if (up && window.scrollY > 2) return;
      event.preventDefault();
      does();
    }
    function swipe(within) {
      var from = null;
      within.addEventListener("pointerdown", function (event) {
        from = event.pointerType === "mouse" ? null : { x: event.clientX, y: event.clientY };
      });
      within.addEventListener("pointerup", function (event) {
        if (!from) return;
        var x = event.clientX - from.x, y = event.clientY - from.y;
        from = null;
        if (Math.abs(x) > 60 && Math.abs(x) > 2 * Math.abs(y)) (x < 0 ? next : back)();
      });
      within.style.touchAction = "pan-y pinch-zoom";
    }
  }

  /* Half-years one after another: each sign that has come by then is there. */
  function makeFilm(drawn) {
    if (!drawn) return null;
    var frames = JSON.parse(drawn.getAttribute("data-film"));
    var label = drawn.querySelector("[data-film-label]");
    var signs = all("use", drawn);
    var at = frames.length - 1;
    function draw() {
      label.textContent = frames[at].label;
      signs.forEach(function (sign) {
        var rung = sign.parentNode.getAttribute("data-layer");
        sign.classList.toggle("is-away", Number(sign.getAttribute("data-rank")) >= frames[at].counts[rung]);
      });
    }
    function move(by) {
      if (at + by < 0 || at + by >= frames.length) return false;
      at += by;
      draw();
      return true;
    }
    return {
      begin: function (forwards) { at = forwards ? 0 : frames.length - 1; draw(); },
      next: function () { return move(1); },
      back: function () { return move(-1); }
    };
  }
})();
