/* The worksheets: keeps what is typed, counts, works out the lowest price, draws the map, saves answers. */
(function () {
  "use strict";
  var setup = JSON.parse(document.body.dataset.setup);
  var NBSP = "\u00a0";
  var all = function (selector, root) { return Array.from((root || document).querySelectorAll(selector)); };
  var one = function (selector, root) { return (root || document).querySelector(selector); };
  var fields = all("textarea[name], input[name]");
  var byName = new Map();
  fields.forEach(function (field) {
    if (!byName.has(field.name)) { byName.set(field.name, []); }
    byName.get(field.name).push(field);
  });

  /* ---- what stands in a blank: as it is shown, and as it was when the page was made */

  function isScale(name) { return byName.get(name)[0].type === "radio"; }
  function shown(name) {
    var found = byName.get(name);
    if (!isScale(name)) { return found[0].value; }
    var on = found.find(function (each) { return each.checked; });
    return on ? on.value : "";
  }
  function first(name) {
    var found = byName.get(name);
    if (!isScale(name)) { return found[0].defaultValue; }
    var on = found.find(function (each) { return each.defaultChecked; });
    return on ? on.value : "";
  }
  function put(name, text) {
    var found = byName.get(name);
    if (isScale(name)) { found.forEach(function (each) { each.checked = each.value === text; }); }
    else { found[0].value = text; }
  }
  function text(name) { return byName.has(name) ? shown(name).trim() : ""; }

  /* ---- numbers, as people write them: "12 500", "12,5", "12 500 \u20b8", "\u22128" */

  function plain(written, money) {
    var found = written.replace(/[\s\u00a0\u202f\u20b8%]/g, "").replace(/[\u2212\u2013]/g, "-");
    var grouped = /^-?\d{1,3}([.,])\d{3}(?:\1\d{3})*$/.exec(found);
    if (grouped && (money || (grouped[1] === "," && setup.language === "en"))) {
      found = found.split(grouped[1]).join("");
    } else if (found.includes(",") && found.includes(".")) {
      found = found.lastIndexOf(",") > found.lastIndexOf(".")
        ? found.split(".").join("").replace(",", ".") : found.split(",").join("");
    } else { found = found.replace(",", "."); }
    return /^-?\d{1,15}(\.\d{1,9})?$/.test(found) ? found : null;
  }
  function isMoney(field) { return Number(field.dataset.high) > 1e9; }
  function numberIn(field) {
    var found = plain(field.value, isMoney(field));
    if (found === null) { return null; }
    var value = Number(found);
    return value >= Number(field.dataset.low) && value <= Number(field.dataset.high) ? found : null;
  }
  function grouped(digits) {
    return digits.replace(/\B(?=(\d{3})+$)/g, setup.language === "en" ? "," : NBSP);
  }
  function tenge(whole) { return grouped(whole.toString()) + NBSP + "\u20b8"; }

  /* What is saved of a blank: a number without its spaces, a text without what is around it. */
  function saved(name) {
    var field = byName.get(name)[0];
    if (field.dataset.low !== undefined) {
      var found = plain(field.value, isMoney(field));
      return found === null ? field.value.trim() : found;
    }
    return shown(name).trim();
  }

  /* ---- what the browser keeps, a sheet at a time: only what differs from the page as it was made */

  var sheets = all("article.sheet");
  var status = one(".status");
  var works = true;
  function say(words) { if (status.textContent !== words) { status.textContent = words; } }
  function key(sheet) { return setup.key + sheet.dataset.id; }
  function namesOf(sheet) {
    return Array.from(byName.keys()).filter(function (name) { return name.split(".")[0] === sheet.dataset.id; });
  }
  function keep(sheet) {
    var changed = {};
    namesOf(sheet).forEach(function (name) {
      if (shown(name) !== first(name)) { changed[name] = shown(name); }
    });
    try {
      if (Object.keys(changed).length) { window.localStorage.setItem(key(sheet), JSON.stringify(changed)); }
      else { window.localStorage.removeItem(key(sheet)); }
    } catch (error) { works = false; }
    say(works ? setup.said.kept : setup.said.not_kept);
  }
  function recall(sheet) {
    var kept = null;
    try { kept = JSON.parse(window.localStorage.getItem(key(sheet))); } catch (error) { kept = null; }
    var any = false;
    if (kept === null || typeof kept !== "object") { kept = {}; }
    namesOf(sheet).forEach(function (name) {
      var has = typeof kept[name] === "string";
      put(name, has ? kept[name] : first(name));
      any = any || (has && kept[name] !== first(name));
    });
    return any;
  }
  var waiting = new Map();
  function keepSoon(sheet) {
    window.clearTimeout(waiting.get(sheet));
    waiting.set(sheet, window.setTimeout(function () { waiting.delete(sheet); keep(sheet); }, 300));
  }
  function keepNow() {
    waiting.forEach(function (timer, sheet) { window.clearTimeout(timer); keep(sheet); });
    waiting.clear();
  }

  /* ---- fields: they grow, take one line where one is meant, and say what is wrong */

  function complain(field, words) {
    var blank = field.closest(".blank");
    var note = one(".complaint", blank);
    if (!note && words) {
      note = document.createElement("p");
      note.className = "complaint";
      note.id = field.id + "-complaint";
      blank.appendChild(note);
    }
    if (note && note.textContent !== words) { note.textContent = words; }
    if (note) { note.hidden = !words; }
    blank.classList.toggle("wrong", Boolean(words));
    var hint = (field.getAttribute("aria-describedby") || "").split(" ").filter(function (id) {
      return id && id !== field.id + "-complaint";
    });
    if (words) { hint.push(field.id + "-complaint"); field.setAttribute("aria-invalid", "true"); }
    else { field.removeAttribute("aria-invalid"); }
    if (hint.length) { field.setAttribute("aria-describedby", hint.join(" ")); }
    else { field.removeAttribute("aria-describedby"); }
  }
  function characters(words) {
    if (window.Intl && Intl.Segmenter) {
      return Array.from(new Intl.Segmenter(setup.language, { granularity: "grapheme" }).segment(words)).length;
    }
    return Array.from(words).length;
  }
  function fill(template, parts) {
    return template.replace(/\{(\w+)\}/g, function (whole, name) { return name in parts ? parts[name] : whole; });
  }
  function check(field) {
    if (field.type === "radio") { return; }
    if (field.dataset.low !== undefined) {
      var wrong = field.value.trim() !== "" && numberIn(field) === null;
      complain(field, wrong ? fill(setup.said.number, {
        low: field.dataset.low.replace("-", "\u2212"), high: grouped(field.dataset.high.split(".")[0])
      }) : "");
      return;
    }
    var most = Number(field.dataset.most);
    var count = field.value.length > most ? characters(field.value.trim()) : 0;
    complain(field, count > most ? fill(setup.said.long, { n: count, most: most }) : "");
  }
  function grow(field) {
    if (field.tagName === "TEXTAREA") { field.parentNode.dataset.value = field.value; }
  }
  function onInput(event) {
    var field = event.target;
    if (!byName.has(field.name)) { return; }
    if (field.dataset.single !== undefined && /[\r\n]/.test(field.value) && !/[\r\n]/.test(field.defaultValue)) {
      var at = field.selectionStart;
      field.value = field.value.replace(/[\r\n]/g, " ");
      field.setSelectionRange(at, at);
    }
    grow(field);
    check(field);
    refresh();
    keepSoon(field.closest("article.sheet"));
  }
  function changed(field) { field.dispatchEvent(new Event("input", { bubbles: true })); }

  /* A mark that is pressed again is taken away; Delete and Backspace do the same. */
  var wasOn = null;
  document.addEventListener("pointerdown", function (event) {
    var mark = event.target.closest(".mark");
    wasOn = mark && one("input", mark).checked ? one("input", mark) : null;
  });
  document.addEventListener("click", function (event) {
    if (event.target.type === "radio" && event.target === wasOn) {
      wasOn = null;
      event.target.checked = false;
      changed(event.target);
    }
  });
  document.addEventListener("keydown", function (event) {
    var field = event.target;
    if (field.type === "radio" && (event.key === "Delete" || event.key === "Backspace") && field.checked) {
      event.preventDefault();
      field.checked = false;
      changed(field);
    } else if (field.dataset.single !== undefined && event.key === "Enter" && !event.isComposing) {
      event.preventDefault();
    } else if (field.dataset.steps !== undefined && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
      event.preventDefault();
      var now = Number(numberIn(field) || 0) + (event.key === "ArrowUp" ? 1 : -1);
      writeNumber(field, Math.max(Number(field.dataset.low), Math.min(Number(field.dataset.high), now)));
    }
  });
  function writeNumber(field, value) {
    field.value = String(Math.round(value * 10) / 10).replace("-", "\u2212").replace(".", setup.language === "en" ? "." : ",");
    changed(field);
  }

  /* ---- 2: an alternative is scored by the attributes as they are called above */

  var attributes = all("[data-attribute] legend").map(function (legend) {
    return { legend: legend, own: legend.textContent,
      name: "alternatives.attributes." + legend.closest("[data-attribute]").dataset.attribute + ".name" };
  });
  function nameAttributes() {
    attributes.forEach(function (each) {
      var called = text(each.name) || each.own;
      if (each.legend.textContent !== called) { each.legend.textContent = called; }
    });
  }

  /* ---- 8: floor = (materials + hours \u00b7 rate + overhead) / (1 \u2212 fee \u2212 tax), in exact fractions as in
     creativekit's price.py, rounded up to whole tenge */

  function exact(field) {
    var found = field && field.value.trim() !== "" ? numberIn(field) : null;
    if (found === null) { return null; }
    var parts = found.split(".");
    var decimals = parts[1] || "";
    return { over: BigInt(parts[0] + decimals), under: BigInt(10) ** BigInt(decimals.length) };
  }
  function sum(a, b) { return { over: a.over * b.under + b.over * a.under, under: a.under * b.under }; }
  function lowest(price) {
    var filled = [price.materials, price.overhead].filter(Boolean);
    if (price.hours && price.rate) {
      filled.push({ over: price.hours.over * price.rate.over, under: price.hours.under * price.rate.under });
    }
    var nothing = { over: BigInt(0), under: BigInt(1) };
    var taken = sum(price.fee || nothing, price.tax || nothing);
    var left = { over: BigInt(100) * taken.under - taken.over, under: BigInt(100) * taken.under };
    if (left.over <= BigInt(0)) { return "none"; }
    if (!filled.length) { return null; }
    var costs = filled.reduce(sum);
    var over = costs.over * left.under, under = costs.under * left.over;
    return (over + under - BigInt(1)) / under;
  }
  var floor = one(".floor"), floorNote = one(".floor-note");
  function priceNow() {
    if (!floor) { return; }
    var price = {};
    ["materials", "hours", "rate", "overhead", "fee", "tax", "price"].forEach(function (name) {
      price[name] = exact((byName.get("price." + name) || [])[0]);
    });
    var found = lowest(price);
    var words = found !== null && found !== "none" ? tenge(found) : "";
    if (floor.textContent !== words) { floor.textContent = words; }
    var note = found === "none" ? floorNote.dataset.none : (found === null ? floorNote.dataset.wanted : "");
    var low = found === "none";
    if (words && price.price) {
      var over = price.price.over - found * price.price.under;
      low = over < BigInt(0);
      // Short of the floor is rounded up and more than it down: neither is made better than it is.
      var far = low ? (-over + price.price.under - BigInt(1)) / price.price.under : over / price.price.under;
      note = fill(low ? setup.said.under : setup.said.over, { money: tenge(far) });
    }
    if (floorNote.textContent !== note) { floorNote.textContent = note; }
    floorNote.classList.toggle("low", low);
  }

  /* ---- 9: how long a pitch takes to say, how long a profile is */

  var count = one(".count"), lengths = one(".lengths");
  function pitchNow() {
    if (count) {
      var said = text("pitch.pitch").split(/\s+/).filter(function (word) { return /[\p{L}\p{N}]/u.test(word); }).length;
      var seconds = Math.ceil(said * 60 / setup.pace);
      var told = said ? fill(count.dataset.said, { n: seconds }) : "";
      if (one(".told", count).textContent !== told) { one(".told", count).textContent = told; }
      one(".gauge span", count).style.setProperty("--share", seconds * 100 / Number(count.dataset.seconds) + "%");
      count.classList.toggle("over", seconds > Number(count.dataset.seconds));
    }
    if (lengths) {
      var length = characters(text("pitch.bio"));
      lengths.hidden = false;
      one(".told", lengths).textContent = String(length);
      all("li", lengths).forEach(function (item) {
        var past = length > Number(item.dataset.limit);
        item.classList.toggle("past", past);
        item.classList.toggle("fits", length > 0 && !past);
        one(".over", item).hidden = !past;
      });
    }
  }

  /* ---- 6: the map. Points follow the numbers, and the numbers a press on the map */

  var map = one(".map[data-ours]"), plane = one(".plane.live");
  var REACH = 45, FARTHEST = 10;
  var now = null;
  function pointRows() {
    return all("[data-point]").map(function (row) {
      var ours = row.dataset.point === "ours";
      var named = one(".of-name textarea", row);
      return {
        row: row, ours: ours, name: ours ? map.dataset.ours : named.value.trim(),
        x: one("input[name$='.x']", row), y: one("input[name$='.y']", row)
      };
    });
  }
  function svgElement(name, attributes) {
    var made = document.createElementNS("http://www.w3.org/2000/svg", name);
    Object.keys(attributes).forEach(function (key) { made.setAttribute(key, attributes[key]); });
    return made;
  }
  function mapNow() {
    if (!plane) { return; }
    var points = one(".points", plane), names = one(".names", plane);
    points.textContent = "";
    names.textContent = "";
    pointRows().forEach(function (each) {
      var x = numberIn(each.x), y = numberIn(each.y);
      if (x === null || y === null) { return; }
      var left = 50 + Number(x) / FARTHEST * REACH, top = 50 - Number(y) / FARTHEST * REACH;
      points.appendChild(svgElement("circle", {
        cx: left, cy: top, r: each.ours ? 2.6 : 1.7,
        "class": (each.ours ? "ours" : "other") + (each.row === now ? " now" : "")
      }));
      var name = document.createElement("li");
      name.textContent = each.name;
      name.dir = "auto";
      name.style.left = left + "%";
      name.style.top = top + "%";
      name.className = (each.ours ? "ours " : "") + "below";
      names.appendChild(name);
    });
    settle();
  }
  /* A name goes under its point; where that is off the map or taken, above it or to a side. */
  function settle() {
    var whole = plane.getBoundingClientRect();
    if (!whole.width) { return; }
    var taken = all("circle", plane).map(function (each) { return each.getBoundingClientRect(); });
    all(".names li", plane).forEach(function (name) {
      var kind = name.classList.contains("ours") ? "ours " : "";
      var best = null;
      ["below", "above", "right", "left"].forEach(function (side) {
        name.className = kind + side;
        var box = name.getBoundingClientRect();
        var off = Math.max(0, whole.left - box.left) + Math.max(0, box.right - whole.right)
          + Math.max(0, whole.top - box.top) + Math.max(0, box.bottom - whole.bottom);
        var over = taken.reduce(function (area, other) {
          var wide = Math.min(box.right, other.right) - Math.max(box.left, other.left);
          var tall = Math.min(box.bottom, other.bottom) - Math.max(box.top, other.top);
          return area + (wide > 0 && tall > 0 ? wide * tall : 0);
        }, 0);
        var cost = off * 200 + over;
        if (best === null || cost < best.cost) { best = { side: side, cost: cost, box: box }; }
      });
      name.className = kind + best.side;
      taken.push(best.box);
    });
  }
  function moveTo(event) {
    var box = plane.getBoundingClientRect();
    var limit = function (value) { return Math.max(-FARTHEST, Math.min(FARTHEST, value)); };
    var x = ((event.clientX - box.left) / box.width * 100 - 50) / REACH * FARTHEST;
    var y = (50 - (event.clientY - box.top) / box.height * 100) / REACH * FARTHEST;
    var row = now || one("[data-point='ours']");
    writeNumber(one("input[name$='.x']", row), Math.round(limit(x)));
    writeNumber(one("input[name$='.y']", row), Math.round(limit(y)));
  }
  /* A press near a point takes that one; elsewhere it moves the row that was written in last. */
  function nearest(event) {
    var found = null, least = 22;
    var rows = pointRows().filter(function (each) { return numberIn(each.x) !== null && numberIn(each.y) !== null; });
    all("circle", plane).forEach(function (circle, index) {
      var box = circle.getBoundingClientRect();
      var far = Math.hypot(event.clientX - box.left - box.width / 2, event.clientY - box.top - box.height / 2);
      if (far < least) { least = far; found = rows[index].row; }
    });
    return found;
  }
  if (plane) {
    document.addEventListener("focusin", function (event) {
      var row = event.target.closest("[data-point]");
      if (row && row !== now) { now = row; mapNow(); }
    });
    var dragged = false;
    plane.addEventListener("pointerdown", function (event) {
      if (event.button !== 0) { return; }
      var found = nearest(event);
      if (found) {
        now = found;
        dragged = true;
        if (event.pointerType === "mouse") { plane.setPointerCapture(event.pointerId); }
        mapNow();
      }
    });
    plane.addEventListener("pointermove", function (event) {
      if (dragged && event.pointerType === "mouse" && event.buttons === 1) { moveTo(event); }
    });
    plane.addEventListener("click", function (event) {
      if (!dragged) { moveTo(event); }
      dragged = false;
    });
    window.addEventListener("resize", settle);
    window.addEventListener("beforeprint", settle);
  }

  /* ---- which sheets have answers, which one is being read */

  function progress() {
    sheets.forEach(function (sheet) {
      var has = namesOf(sheet).some(function (name) { return shown(name).trim() !== ""; });
      all("a[data-sheet='" + sheet.dataset.sheet + "']").forEach(function (link) {
        link.classList.toggle("has", has);
        var told = one(".answered", link);
        if (told) { told.textContent = has ? setup.said.answered : ""; }
      });
    });
  }
  var jumps = all(".jump a");
  if (jumps.length && window.IntersectionObserver) {
    var reading = new IntersectionObserver(function (entries) {
      entries.forEach(function (entry) {
        if (!entry.isIntersecting) { return; }
        jumps.forEach(function (link) {
          if (link.dataset.sheet === entry.target.dataset.sheet) { link.setAttribute("aria-current", "true"); }
          else { link.removeAttribute("aria-current"); }
        });
      });
    }, { rootMargin: "-30% 0px -65% 0px" });
    sheets.forEach(function (sheet) { reading.observe(sheet); });
  }

  /* ---- the tools */

  function download() {
    keepNow();
    var values = {};
    byName.forEach(function (found, name) { values[name] = saved(name); });
    var words = JSON.stringify({
      creativekit: setup.format, version: setup.version, language: setup.language,
      sheets: setup.sheets, values: values
    }, null, 1) + "\n";
    var link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([words], { type: "application/json" }));
    link.download = setup.file;
    document.body.appendChild(link);
    link.click();
    link.remove();
    window.setTimeout(function () { URL.revokeObjectURL(link.href); }, 10000);
    say(fill(setup.said.downloaded, { file: setup.file }));
  }
  function clear() {
    waiting.forEach(function (timer) { window.clearTimeout(timer); });
    waiting.clear();
    sheets.forEach(function (sheet) {
      try { window.localStorage.removeItem(key(sheet)); } catch (error) { works = false; }
      namesOf(sheet).forEach(function (name) { put(name, first(name)); });
    });
    renew();
    say(setup.said.cleared);
  }

  function refresh() {
    nameAttributes();
    priceNow();
    pitchNow();
    mapNow();
    progress();
  }
  function renew() {
    fields.forEach(function (field) { grow(field); check(field); });
    refresh();
  }

  document.addEventListener("input", onInput);
  window.addEventListener("pagehide", keepNow);
  document.addEventListener("visibilitychange", function () { if (document.hidden) { keepNow(); } });
  window.addEventListener("storage", function (event) {
    sheets.forEach(function (sheet) { if (event.key === key(sheet) || event.key === null) { recall(sheet); } });
    renew();
  });
  one(".download").addEventListener("click", download);
  one(".print").addEventListener("click", function () { window.print(); });
  var ask = one(".ask");
  one(".clear").addEventListener("click", function () { ask.showModal(); });
  one(".no", ask).addEventListener("click", function () { ask.close(); });
  one(".yes", ask).addEventListener("click", function () { clear(); ask.close(); });
  one(".tools").hidden = false;
  if (sheets.map(recall).some(Boolean)) { say(setup.said.kept); }
  renew();
})();
