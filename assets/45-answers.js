/* When the server says no, or does not answer: its own sentence is shown, with the way on. Dash itself would only
   write to the console, and the page would look as if nothing had happened. */
(function () {
  "use strict";
  var fetchFirst = window.fetch, leaving = false, passing = false;

  function part(name) { return document.querySelector("#b-answer [data-part=" + name + "]"); }

  function show(sentence, number, signIn) {
    var banner = document.getElementById("b-answer");
    if (!banner) { return; }
    var here = window.location.pathname + window.location.search;
    part("sentence").textContent = sentence;
    part("number").textContent = number || "";
    part("number").parentElement.hidden = !number;
    part("sign-in").hidden = !signIn;
    part("reload").hidden = Boolean(signIn);
    if (signIn) { part("sign-in").href = signIn + "?next=" + encodeURIComponent(here); }
    banner.hidden = false;
  }

  function hide() {
    var banner = document.getElementById("b-answer");
    if (banner) { banner.hidden = true; }
  }

  /* The parts of the page that a callback was to fill. */
  function filled(request) {
    try { return [].concat(JSON.parse(request.body).outputs).map(function (output) { return output.id; }); }
    catch (error) { return []; }
  }
  /* A card that waits for its own callback says it itself, and the rest of the page stands. */
  function say(places, sentence, number, signIn) {
    var own = !signIn && window.brygga_card_places && window.brygga_card_places.failed(places, sentence, number);
    if (!own) { show(sentence, number, signIn); }
  }

  function read(response, places) {
    if (response.ok) {
      if (passing) { passing = false; hide(); }
      return;
    }
    passing = response.status === 503;
    response.clone().json().then(
      function (said) { say(places, said.error, said.id, said.sign_in); },
      function () { say(places, part("lost").textContent); }
    );
  }

  window.fetch = function (input, request) {
    var address = String(input && input.url ? input.url : input);
    var answer = fetchFirst.apply(this, arguments);
    if (address.indexOf("/_dash-") === -1) { return answer; }
    var places = filled(request);
    return answer.then(
      function (response) { read(response, places); return response; },
      function (error) {
        if (!leaving && error.name !== "AbortError") { passing = true; say(places, part("lost").textContent); }
        throw error;
      }
    );
  };

  window.addEventListener("pagehide", function () { leaving = true; });
  window.addEventListener("pageshow", function () { leaving = false; });
  document.addEventListener("click", function (event) {
    var button = event.target.closest && event.target.closest("#b-answer button");
    if (!button) { return; }
    if (button.dataset.part === "reload") { window.location.reload(); } else { hide(); }
  });
})();
