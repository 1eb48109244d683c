/* Small improvements to pages that already work: filters, lanes and personas of a map, copying, dark colours. */
(function () {
  "use strict";
  var root = document.documentElement;
  var all = function (selector, within) { return Array.prototype.slice.call((within || document).querySelectorAll(selector)); };

  /* What is chosen lives in the address, so that it can be sent. */
  function choices() { return new URLSearchParams(location.search); }
  function remember(key, value) {
    var now = choices();
    if (value) { now.set(key, value); } else { now.delete(key); }
    var query = now.toString();
    history.replaceState(null, "", location.pathname + (query ? "?" + query : "") + location.hash);
  }

  function stored(key) { try { return localStorage.getItem(key); } catch (e) { return null; } }
  function store(key, value) { try { localStorage.setItem(key, value); } catch (e) { /* private windows */ } }

  function themeSwitch() {
    var button = document.querySelector(".theme-switch");
    if (!button) { return; }
    var dark = function () {
      return root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    };
    if (stored("theme")) { root.dataset.theme = stored("theme"); }
    button.hidden = false;
    button.setAttribute("aria-pressed", String(dark()));
    button.addEventListener("click", function () {
      root.dataset.theme = dark() ? "light" : "dark";
      store("theme", root.dataset.theme);
      button.setAttribute("aria-pressed", String(dark()));
    });
  }

  function filters() {
    var form = document.querySelector(".filters");
    if (!form) { return; }
    var selects = all("select", form), cards = all("#cards > [data-keys]"), count = form.querySelector("output");
    function apply() {
      var wanted = selects.filter(function (s) { return s.value; }).map(function (s) { return s.name + ":" + s.value; });
      var shown = 0;
      cards.forEach(function (card) {
        var keys = card.dataset.keys.split(" ");
        card.hidden = !wanted.every(function (key) { return keys.indexOf(key) >= 0; });
        shown += card.hidden ? 0 : 1;
      });
      count.textContent = shown === 1 ? count.dataset.one : count.dataset.other.replace("{count}", shown);
    }
    selects.forEach(function (select) {
      var value = choices().get(select.name);
      if (value && all("option", select).some(function (o) { return o.value === value; })) { select.value = value; }
      select.addEventListener("change", function () { remember(select.name, select.value); apply(); });
    });
    form.addEventListener("submit", function (event) { event.preventDefault(); });
    form.hidden = false;
    apply();
  }

  function element(name, text, parent) {
    var made = document.createElement(name);
    if (text) { made.textContent = text; }
    if (parent) { parent.appendChild(made); }
    return made;
  }

  /* A menu of switches; `off` names what is hidden, so that new lanes show by themselves. */
  function switches(tools, key, title, items, show) {
    if (items.length < 2) { return; }
    var off = (choices().get(key) || "").split(",").filter(Boolean);
    var details = element("details", "", tools);
    element("summary", title, details);
    var box = element("fieldset", "", details);
    element("legend", title, box).className = "unseen";
    items.forEach(function (item) {
      var label = element("label", "", box), input = element("input", "", label);
      input.type = "checkbox";
      input.checked = off.indexOf(item.id) < 0;
      element("span", item.text, label);
      show(item.id, input.checked);
      input.addEventListener("change", function () {
        off = off.filter(function (id) { return id !== item.id; }).concat(input.checked ? [] : [item.id]);
        show(item.id, input.checked);
        remember(key, off.join(","));
      });
    });
    details.addEventListener("keydown", function (event) {
      if (event.key === "Escape") { details.open = false; details.firstChild.focus(); }
    });
    document.addEventListener("click", function (event) { if (!details.contains(event.target)) { details.open = false; } });
  }

  function mapTools() {
    var tools = document.querySelector(".map-tools");
    if (!tools) { return; }
    var seen = {}, lanes = [];
    all(".map tr[data-lane]").forEach(function (row) {
      if (seen[row.dataset.lane]) { return; }
      seen[row.dataset.lane] = true;
      lanes.push({ id: row.dataset.lane, text: row.querySelector(".lane-name").textContent.trim() });
    });
    switches(tools, "without", tools.dataset.lanes, lanes, function (id, shown) {
      all(".map tr[data-lane]").forEach(function (row) { if (row.dataset.lane === id) { row.hidden = !shown; } });
    });
    var personas = all(".map-legend li[data-persona]").map(function (li) {
      return { id: li.dataset.persona, text: li.textContent.trim() };
    });
    switches(tools, "silent", tools.dataset.personas, personas, function (id, shown) {
      all('.map .feeling[data-persona="' + id + '"], .map-legend li[data-persona="' + id + '"]').forEach(function (li) {
        if (li.closest(".map")) { li.hidden = !shown; } else { li.classList.toggle("off", !shown); }
      });
      all(".curve-emotion .persona-" + (Number(id) % 8 + 1)).forEach(function (group) {
        group.setAttribute("visibility", shown ? "visible" : "hidden");
      });
    });
    tools.hidden = !tools.firstChild;
  }

  function copying() {
    if (!navigator.clipboard) { return; }
    all(".copy").forEach(function (button) {
      button.hidden = false;
      button.addEventListener("click", function () {
        navigator.clipboard.writeText(button.parentNode.querySelector("pre").textContent).then(function () {
          button.lastElementChild.textContent = button.dataset.done;
        });
      });
    });
  }

  themeSwitch();
  filters();
  mapTools();
  copying();
})();
