/* Forms that write one row in place. A form is sent once; what is wrong is shown beside its field, and what was typed
   stays, also when the page draws itself anew. Nothing is kept outside this page's memory. */
(function () {
  "use strict";
  var typed = {}, SILENT_MS = 8000;

  function controls(form) { return Array.from(form.querySelectorAll("input[name], select[name]")); }
  function ask(sent) {
    sent.at = Date.now();
    window.dash_clientside.set_props("skriv-begaran", { data: sent });
  }
  function show(place, text) {
    if (place) { place.textContent = text; place.hidden = !text; }
  }
  function clear(form) {
    controls(form).forEach(function (control) { control.removeAttribute("aria-invalid"); show(document.getElementById(control.id + "-fel"), ""); });
    show(document.getElementById(form.id + "-fel"), "");
  }
  function showTried(form, lines) {
    var place = document.getElementById(form.id + "-verkan");
    if (!place) { return; }
    place.hidden = !lines.length;
    place.replaceChildren();
    lines.filter(Boolean).forEach(function (line, at) {
      var part = document.createElement(at ? "li" : "p"), list = place.querySelector("ul");
      part.textContent = line;
      if (at && !list) { list = place.appendChild(document.createElement("ul")); }
      (at ? list : place).appendChild(part);
    });
    if (lines.length) { place.focus(); }
  }
  function release(form) { delete form.dataset.sent; }

  document.addEventListener("submit", function (event) {
    var form = event.target, cells = {};
    if (!form.dataset.write) { return; }
    event.preventDefault();
    if (form.dataset.sent) { return; }
    form.dataset.sent = "ja";
    /* When no answer comes, the frame has said so, and the form can be sent again. */
    window.setTimeout(function () { release(form); }, SILENT_MS);
    clear(form);
    showTried(form, []);
    controls(form).forEach(function (control) { cells[control.name] = control.value; });
    /* A button may ask for something else than its form does, such as to see what would change. */
    ask({ form: form.id, action: (event.submitter && event.submitter.dataset.write) || form.dataset.write, key: form.dataset.key, seen: form.dataset.seen || "", cells: cells });
  }, true);

  document.addEventListener("input", function (event) {
    var form = event.target.form;
    if (!form || !form.dataset.write) { return; }
    typed[form.id] = typed[form.id] || {};
    typed[form.id][event.target.name] = event.target.value;
  });

  document.addEventListener("click", function (event) {
    var closest = event.target.closest ? event.target.closest.bind(event.target) : function () { return null; };
    var back = closest("[data-take-back]"), close = closest("[data-close-toast]");
    if (back && !back.dataset.sent) {
      back.dataset.sent = "ja";
      window.setTimeout(function () { release(back); }, SILENT_MS);
      ask({ form: "", action: back.dataset.action, key: back.dataset.takeBack, seen: "", cells: {} });
    }
    if (close) { document.getElementById("skriv-rad").hidden = true; }
  });

  /* A form that is drawn anew gets back what was typed in it. */
  new MutationObserver(function () {
    Object.keys(typed).forEach(function (id) {
      var form = document.getElementById(id);
      if (!form || form.dataset.restored) { return; }
      form.dataset.restored = "ja";
      controls(form).forEach(function (control) {
        if (control.name in typed[id]) { control.value = typed[id][control.name]; }
      });
    });
  }).observe(document, { childList: true, subtree: true });

  function tell(form, answer) {
    var elsewhere = [];
    answer.problems.forEach(function (problem) {
      var control = controls(form).find(function (one) { return one.name === problem.column; });
      if (!control) { elsewhere.push(problem.text); return; }
      control.setAttribute("aria-invalid", "true");
      show(document.getElementById(control.id + "-fel"), problem.text);
    });
    show(document.getElementById(form.id + "-fel"), [answer.sentence].concat(elsewhere).join(" "));
    (form.querySelector("[aria-invalid]") || form.querySelector("button[type=submit]")).focus();
  }

  window.dash_clientside = window.dash_clientside || {};
  window.dash_clientside.brygga_writing = {
    answered: function (answer) {
      var form = answer && answer.form && document.getElementById(answer.form), toast = document.getElementById("skriv-rad");
      if (!answer) { return window.dash_clientside.no_update; }
      if (form) {
        release(form);
        if (answer.tried) { showTried(form, [answer.sentence].concat(answer.tried)); return Date.now(); }
        if (!answer.done) { tell(form, answer); return Date.now(); }
        delete typed[form.id];
        form.reset();
        if (form.closest("details")) { form.closest("details").open = false; }
      }
      document.querySelectorAll("[data-take-back]").forEach(release);
      toast.hidden = false;
      window.setTimeout(function () { toast.focus(); }, 50);
      return Date.now();
    }
  };
})();
