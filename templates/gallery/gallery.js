/* Changes the language of the words, light and dark, and finds files; guide.js before it copies what is
   pressed. The page is whole without both. */
(function () {
  "use strict";
  var root = document.documentElement;
  var status = document.querySelector(".status");
  var kept = JSON.parse(document.getElementById("texts").textContent);
  var language = root.lang;
  function all(selector) { return Array.prototype.slice.call(document.querySelectorAll(selector)); }
  function remembered(key, value) {
    try {
      if (value === undefined) { return window.localStorage.getItem("creativekit." + key); }
      window.localStorage.setItem("creativekit." + key, value);
    } catch (error) { return null; }
    return null;
  }

  /* ---- languages */
  function speak(code) {
    var place = kept.languages.indexOf(code);
    if (place < 0) { return; }
    language = code;
    root.lang = code;
    all("[data-l]").forEach(function (each) { each.textContent = kept.texts[each.dataset.l][place]; });
    ["aria-label", "alt"].forEach(function (name) {
      all("[data-l-" + name + "]").forEach(function (each) {
        each.setAttribute(name, kept.texts[each.getAttribute("data-l-" + name)][place]);
      });
    });
    all("[data-language]").forEach(function (each) {
      each.setAttribute("aria-pressed", String(each.dataset.language === code));
    });
    var words = document.querySelector(".g-words");
    status.dataset.said = words.firstElementChild.textContent;
    var shown = document.getElementById("shown-" + code);
    if (shown && !document.getElementById("shown-all").checked) { shown.checked = true; }
    document.title = document.querySelector("h1").textContent + " · " + document.querySelector(".hero-note").textContent;
    look();
  }
  all("[data-language]").forEach(function (each) {
    each.addEventListener("click", function () {
      speak(each.dataset.language);
      remembered("language", each.dataset.language);
    });
  });

  /* ---- light and dark */
  var scheme = document.querySelector("[data-scheme-button]");
  var dark = window.matchMedia("(prefers-color-scheme: dark)");
  function isDark() { return root.dataset.scheme ? root.dataset.scheme === "dark" : dark.matches; }
  function tell() { scheme.setAttribute("aria-pressed", String(isDark())); }
  scheme.addEventListener("click", function () {
    root.dataset.scheme = isDark() ? "light" : "dark";
    remembered("scheme", root.dataset.scheme);
    tell();
  });
  dark.addEventListener("change", tell);

  /* ---- files */
  var search = document.getElementById("search");
  var found = document.querySelector(".g-found");
  function look() {
    var words = search.value.trim().toLowerCase().split(/\s+/);
    var count = 0;
    all(".g-folder").forEach(function (folder) {
      var name = folder.querySelector("summary").textContent.toLowerCase();
      var some = 0;
      Array.prototype.forEach.call(folder.querySelectorAll("li"), function (each) {
        var text = name + " " + each.textContent.toLowerCase();
        var fits = words.every(function (word) { return text.indexOf(word) >= 0; });
        each.hidden = !fits;
        some += fits ? 1 : 0;
      });
      folder.hidden = some === 0;
      if (some && search.value) { folder.open = true; }
      count += some;
    });
    var text = document.querySelector(".g-words").lastElementChild.textContent;
    found.textContent = search.value ? text.replace("{n}", String(count)) : "";
  }
  search.addEventListener("input", look);

  document.querySelector(".g-tools").hidden = false;
  document.querySelector(".g-search").hidden = false;
  var chosen = remembered("scheme");
  if (chosen === "light" || chosen === "dark") { root.dataset.scheme = chosen; }
  tell();
  var spoken = remembered("language");
  if (spoken && spoken !== language) { speak(spoken); }
})();
