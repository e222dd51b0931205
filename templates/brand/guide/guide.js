/* A click, or Enter on the keyboard, copies a colour or a text, and a screen reader hears which; of a long
   text (data-short) only that it was copied. The page of the whole kit uses this too. */
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
  function say(button) {
    var said = status.dataset.said;
    if (said.indexOf("{value}") < 0 && !button.hasAttribute("data-short")) { said += ": {value}"; }
    status.textContent = said.split("{value}").join(button.dataset.copy);
    status.classList.add("shown");
    window.clearTimeout(timer);
    timer = window.setTimeout(function () { status.classList.remove("shown"); }, 1800);
  }
  document.addEventListener("click", function (event) {
    var button = event.target.closest("[data-copy]");
    if (!button) { return; }
    var text = button.dataset.copy;
    function other() { if (fallback(text)) { button.focus(); say(button); } }
    if (navigator.clipboard && window.isSecureContext) {
      navigator.clipboard.writeText(text).then(function () { say(button); }, other);
    } else { other(); }
  });
})();
