/* The pages Data and Publicera: a file is sent with its progress shown, and every form carries the session's token. */
(function () {
  "use strict";
  var sending = null;

  function token() {
    var field = document.querySelector("form[action='/logga-ut'] input[name=csrf_token]");
    return field ? field.value : "";
  }
  function show(form, sent) {
    var bar = form.querySelector(".u-progress"), button = form.querySelector("button[type=submit]");
    bar.hidden = sent === null;
    button.disabled = sent !== null;
    if (sent !== null) { bar.querySelector("progress").value = sent; }
  }
  function tell(form, sentence) {
    var place = form.querySelector(".u-wrong");
    place.textContent = sentence;
    place.hidden = !sentence;
  }
  /* The sentence of the page that the server answers with. */
  function sentenceIn(answer) {
    var found = new DOMParser().parseFromString(answer, "text/html").querySelector("[data-sentence]");
    return found ? found.textContent : "";
  }
  function send(form) {
    var file = form.querySelector("input[type=file]").files[0];
    tell(form, "");
    if (file && file.size > Number(form.dataset.most)) { tell(form, form.dataset.tooLarge); return; }
    sending = new XMLHttpRequest();
    sending.open("POST", form.action);
    sending.upload.onprogress = function (event) {
      if (event.lengthComputable) { show(form, 100 * event.loaded / event.total); }
    };
    sending.onload = function () {
      if (sending.status < 400) { window.location.reload(); return; }
      show(form, null);
      tell(form, sending.status === 413 ? form.dataset.tooLarge : sentenceIn(sending.responseText) || form.dataset.broken);
      sending = null;
    };
    sending.onerror = function () { show(form, null); tell(form, form.dataset.broken); sending = null; };
    sending.onabort = function () { show(form, null); sending = null; };
    show(form, 0);
    sending.send(new FormData(form));
  }
  document.addEventListener("submit", function (event) {
    var form = event.target, field = form.querySelector("input[name=csrf_token]");
    if (!/^\/(data\/import|publicera)\//.test(form.getAttribute("action"))) { return; }
    field.value = token();
    if (form.dataset.upload) {
      event.preventDefault();
      if (!sending) { send(form); }
      return;
    }
    /* A second click sends nothing; the page that answers has new buttons. */
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = "ja";
  }, true);
  document.addEventListener("click", function (event) {
    if (sending && event.target.closest("[data-cancel-upload]")) { sending.abort(); }
  });
  /* Back to a page that the browser has kept: it may show what is no longer so. */
  window.addEventListener("pageshow", function (event) {
    if (event.persisted && /^\/(data|publicera)$/.test(window.location.pathname)) { window.location.reload(); }
  });
})();
