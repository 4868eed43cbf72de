/* The network's time: slider, steps and play. While it moves, months of the film are painted in the browser; where it
   comes to rest lands in the address as `per`, and the rest of the page follows from there. */
(function () {
  "use strict";
  var PLAY_MS = 20000, FASTEST = 150, SLOWEST = 600; // the whole in about twenty seconds
  var REST_MS = 350; // after the last arrow key
  var DAY_MS = 86400000;
  var still = window.matchMedia("(prefers-reduced-motion: reduce)");
  var now = { film: null, day: "", said: "", timer: null, rest: null };

  function bar() { return document.getElementById("natverk-tid"); }
  function part(selector) { var holder = bar(); return holder && holder.querySelector(selector); }
  function at(iso) { return Math.round(Date.parse(iso + "T00:00:00Z") / DAY_MS); }
  function iso(number) { return new Date(number * DAY_MS).toISOString().slice(0, 10); }
  function spoken(day) {
    var language = document.documentElement.lang === "sv" ? "sv-SE" : "en-GB";
    return new Intl.DateTimeFormat(language, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }).format(new Date(day + "T00:00:00Z"));
  }
  function frames() { return now.film ? now.film.frames : []; }
  function frameAt(day) {
    var found = null;
    frames().forEach(function (frame) { if (frame.day <= day) { found = frame; } });
    return found || frames()[0];
  }
  function fits() { return frames().length > 1 && window.dash_clientside.network.fitsFilm(now.film); }

  function tell(day, said) {
    var slider = part("input[type=range]"), words = part(".n-time__said"), date = part("input[type=date]");
    if (!slider) { return; }
    slider.value = String(at(day));
    slider.setAttribute("aria-valuetext", spoken(day));
    words.textContent = said;
    if (document.activeElement !== date) { date.value = day; }
  }
  /* Where the month after or before is: on the same day, or the last of a shorter month. */
  function monthsFrom(day, months) {
    var from = new Date(day + "T00:00:00Z");
    var to = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + months + 1, 0));
    to.setUTCDate(Math.min(from.getUTCDate(), to.getUTCDate()));
    return to.toISOString().slice(0, 10);
  }
  function within(day) {
    var all = frames(), first = all.length ? all[0].day : day, last = now.film ? now.film.today : day;
    return day < first ? first : day > last ? last : day;
  }
  function land(day) {
    var wanted = now.film && day === now.film.today ? "" : day;
    if ((new URLSearchParams(window.location.search).get("per") || "") === wanted) {
      window.dash_clientside.network.show(null);
      tell(now.day, now.said);
    } else { window.dash_clientside.brygga.setQuery("per", wanted ? [wanted] : [], false); }
  }

  function button(playing) {
    var play = part(".n-time__play");
    if (!play) { return; }
    play.querySelector(".b-i").className = "b-i b-i--" + (playing ? "pause" : "play");
    play.querySelector(".b-vh").textContent = playing ? play.dataset.pause : play.dataset.play;
  }
  function stop() {
    window.clearInterval(now.timer);
    now.timer = null;
    button(false);
  }
  function play() {
    var all = frames(), slider = part("input[type=range]"), place = 0;
    if (!fits()) { return; }
    var from = iso(Number(slider.value));
    if (from < all[all.length - 1].day) {
      while (place < all.length - 1 && all[place].day < from) { place += 1; }
    }
    function step() {
      if (!bar() || !fits()) { stop(); return; }
      window.dash_clientside.network.show(all[place]);
      tell(all[place].day, all[place].said);
      if (place === all.length - 1) { stop(); land(all[place].day); }
      place += 1;
    }
    button(true);
    now.timer = window.setInterval(step, Math.min(Math.max(PLAY_MS / all.length, FASTEST), SLOWEST));
    step();
  }

  document.addEventListener("click", function (event) {
    var pressed = event.target.closest && event.target.closest("#natverk-tid button");
    if (!pressed) { return; }
    var day = iso(Number(part("input[type=range]").value)), playing = now.timer !== null;
    if (playing) { stop(); }
    if (pressed.dataset.months) { land(within(monthsFrom(day, Number(pressed.dataset.months)))); }
    else if (playing) { land(day); }
    else if (!still.matches) { play(); }
  });
  document.addEventListener("input", function (event) {
    if (!event.target.matches("#natverk-tid input[type=range]")) { return; }
    stop();
    var day = iso(Number(event.target.value)), frame = frameAt(day);
    if (fits()) { window.dash_clientside.network.show(frame); }
    tell(day, frame && frame.day === day ? frame.said : spoken(day));
  });
  document.addEventListener("change", function (event) {
    if (!event.target.matches("#natverk-tid input[type=range]")) { return; }
    var day = iso(Number(event.target.value));
    window.clearTimeout(now.rest);
    now.rest = window.setTimeout(function () { land(day); }, REST_MS);
  });
  document.addEventListener("brygga:network-day", function (event) {
    if (now.timer !== null) { stop(); }
    now.day = event.detail.day;
    now.said = event.detail.said;
    prepare(20);
  });

  /* The line of living ties, as wide as the slider; its foot is 0. */
  function line() {
    var all = frames(), first = at(all[0].day), span = Math.max(1, at(all[all.length - 1].day) - first);
    var most = Math.max.apply(null, all.map(function (frame) { return frame.alive; })) || 1;
    function corner(frame, side) {
      return (100 * (at(frame.day) - first) / span).toFixed(2) + "% calc(" + (100 - 94 * frame.alive / most).toFixed(2) + "% " + side + "px)";
    }
    var above = all.map(function (frame) { return corner(frame, "- 1"); });
    var below = all.map(function (frame) { return corner(frame, "+ 1"); }).reverse();
    part(".n-time__line i").style.clipPath = "polygon(" + above.concat("100% 100%", "0% 100%").join(",") + ")";
    part(".n-time__line b").style.clipPath = "polygon(" + above.concat(below).join(",") + ")";
  }
  /* The bar is built anew with its page, and the film comes after the page. */
  function prepare(tries) {
    var slider = part("input[type=range]"), all = frames();
    if (!now.day) { return; }
    if (!slider) {
      if (tries) { window.setTimeout(function () { prepare(tries - 1); }, 60); }
      return;
    }
    if (all.length > 1) {
      slider.min = String(at(all[0].day));
      slider.max = String(at(now.film.today));
      slider.disabled = false;
      part(".n-time__from").textContent = spoken(all[0].day);
      line();
    }
    tell(now.day, now.said);
  }

  window.dash_clientside = window.dash_clientside || {};
  window.dash_clientside.networkTime = {
    thread: function (film) {
      if (!film) { return window.dash_clientside.no_update; }
      now.film = film;
      prepare(20);
      return film.key;
    }
  };
})();
