/* A click, or Enter on the keyboard, copies a colour, and a screen reader hears which. */
(function () {
  "use strict";
  var status = document.querySelector(".status");
  var timer = 0;
  function fallback(text) {
    var field = document.createElement("textarea");
    field.value = text;
    field.setAttribute("readonly", "");
    field.className = "offscreen";
    document.body.appendChild(field);
    field.select();
    var done = false;
    try { done = document.execCommand("copy"); } catch (error) { done = false; }
    field.remove();
    return done;
  }
  function say(text) {
    status.textContent = status.dataset.said.replace("{value}", text);
    status.classList.add("shown");
    window.clearTimeout(timer);
    timer = window.setTimeout(function () { status.classList.remove("shown"); }, 1800);
  }
  document.addEventListener("click", function (event) {
    var button = event.target.closest("[data-copy]");
    if (!button) { return; }
    var text = button.dataset.copy;
    if (navigator.clipboard && window.isSecureContext) {
      navigator.clipboard.writeText(text).then(
        function () { say(text); },
        function () { if (fallback(text)) { button.focus(); say(text); } }
      );
    } else if (fallback(text)) {
      button.focus();
      say(text);
    }
  });
})();
