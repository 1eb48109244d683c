/* The preview's own script: new pages in place, findings over the last good one. */
(function () {
  "use strict";
  var words = document.documentElement.lang === "fr"
    ? { close: "Fermer", panel: "Constats", error: "erreur", warning: "attention", advice: "conseil",
        help: "aide", see: "voir aussi", edit: "Ouvrir dans l’éditeur", clear: "Plus rien à corriger" }
    : { close: "Close", panel: "Findings", error: "error", warning: "warning", advice: "advice",
        help: "help", see: "see also", edit: "Open in the editor", clear: "Nothing left to mend" };
  var panel = null, badge = null, status = null, closed = "", known = "[]";

  function make(name, className, text, parent) {
    var element = document.createElement(name);
    if (className) { element.className = className; }
    if (text) { element.textContent = text; }
    if (parent) { parent.appendChild(element); }
    return element;
  }

  function here() {
    var path = decodeURIComponent(location.pathname).replace(/^\//, "");
    return path === "" || path.endsWith("/") ? path + "index.html" : path;
  }

  function excerpt(found, parent) {
    if (!found.source) { return; }
    var number = String(found.line), gutter = new Array(number.length + 1).join(" ");
    make("pre", "", number + " | " + found.source + "\n" + gutter + " | " + found.carets, parent);
  }

  function place(found, parent) {
    var text = found.path + ":" + found.line + ":" + found.column;
    var line = make("p", "parcours-place", "", parent);
    if (!found.edit) { line.textContent = text; return; }
    var link = make("a", "", text, line);
    link.href = found.edit;
    link.title = words.edit;
  }

  function tell(found, parent) {
    var item = make("section", "parcours-" + found.severity, "", parent);
    var message = make("p", "parcours-message", "", item);
    make("span", "parcours-severity", words[found.severity] + " ", message);
    message.appendChild(document.createTextNode(found.message + " "));
    make("span", "parcours-rule", found.rule, message);
    place(found, item);
    excerpt(found, item);
    if (found.help) {
      var help = make("p", "parcours-help", "", item);
      make("span", "parcours-severity", words.help + " ", help);
      help.appendChild(document.createTextNode(found.help));
    }
    found.related.forEach(function (other) {
      make("p", "parcours-severity", words.see, item);
      place(other, item);
      excerpt(other, item);
    });
  }

  /* What is serious stands open; advice waits behind its count. Who was reading in the panel stays in it. */
  function show(list, totals) {
    var inside = panel.contains(document.activeElement), open = panel.querySelector("details");
    open = open && open.open;
    panel.textContent = "";
    var head = make("div", "parcours-head", "", panel);
    make("h2", "", totals || words.panel, head);
    var button = make("button", "", words.close, head);
    button.type = "button";
    button.addEventListener("click", close);
    var order = ["error", "warning"], advice = [];
    order.forEach(function (severity) {
      list.forEach(function (found) { if (found.severity === severity) { tell(found, panel); } });
    });
    list.forEach(function (found) { if (found.severity === "advice") { advice.push(found); } });
    if (advice.length) {
      var more = make("details", "", "", panel);
      make("summary", "", words.advice + " (" + advice.length + ")", more);
      advice.forEach(function (found) { tell(found, more); });
      more.open = open || advice.length === list.length;
    }
    if (inside) { button.focus(); }
  }

  function reveal(visible) {
    panel.hidden = !visible;
    badge.setAttribute("aria-expanded", String(visible));
  }

  function close() {
    closed = known;
    reveal(false);
    badge.focus();
  }

  function findings() {
    fetch("/_parcours/findings.json").then(function (answer) { return answer.json(); }).then(function (told) {
      var list = told.findings, before = known;
      known = JSON.stringify(list);
      var serious = list.filter(function (found) { return found.severity !== "advice"; });
      badge.hidden = list.length === 0;
      badge.textContent = String(serious.length || list.length);
      badge.setAttribute("aria-label", words.panel + ": " + told.totals);
      badge.className = "parcours-badge" + (serious.length ? " parcours-serious" : "");
      if (known !== before) { status.textContent = list.length ? told.totals : words.clear; }
      show(list, told.totals);
      reveal(list.length > 0 && serious.length > 0 && closed !== known);
    });
  }

  /* Keeps what the reader had: scroll of page and map, open details, focus, typed text. */
  function patch(html) {
    var fresh = new DOMParser().parseFromString(html, "text/html");
    var now = document.querySelector("main"), next = fresh.querySelector("main");
    if (!now || !next) { location.reload(); return; }
    var left = scrollX, top = scrollY;
    document.title = fresh.title;
    var kept = Array.prototype.map.call(document.querySelectorAll(".map-scroll, .diagram-scroll"), function (e) {
      return [e.scrollLeft, e.scrollTop];
    });
    merge(now, document.adoptNode(next));
    document.querySelectorAll(".map-scroll, .diagram-scroll").forEach(function (e, n) {
      if (kept[n]) { e.scrollLeft = kept[n][0]; e.scrollTop = kept[n][1]; }
    });
    document.dispatchEvent(new Event("parcours:patched"));
    scrollTo({ left: left, top: top, behavior: "instant" });
  }

  function same(a, b) { return a.nodeType === b.nodeType && a.nodeName === b.nodeName; }

  function merge(now, next) {
    if (now.isEqualNode(next)) { return; }
    if (now.nodeType !== 1) { now.nodeValue = next.nodeValue; return; }
    if (now.hasAttribute("data-kept") || now.classList.contains("filters")) { return; }
    Array.prototype.slice.call(next.attributes).forEach(function (attribute) {
      if (attribute.name !== "hidden" && now.getAttribute(attribute.name) !== attribute.value) {
        now.setAttribute(attribute.name, attribute.value);
      }
    });
    Array.prototype.slice.call(now.attributes).forEach(function (attribute) {
      if (!next.hasAttribute(attribute.name) && ["open", "hidden"].indexOf(attribute.name) < 0) {
        now.removeAttribute(attribute.name);
      }
    });
    var old = Array.prototype.slice.call(now.childNodes), wanted = Array.prototype.slice.call(next.childNodes);
    wanted.forEach(function (child, n) {
      if (old[n] && same(old[n], child)) { merge(old[n], child); }
      else if (old[n]) { now.replaceChild(child, old[n]); }
      else { now.appendChild(child); }
    });
    old.slice(wanted.length).forEach(function (child) { child.remove(); });
  }

  function styles() {
    document.querySelectorAll('link[rel="stylesheet"]').forEach(function (link) {
      var fresh = link.cloneNode();
      fresh.href = link.href.split("?")[0] + "?" + Date.now();
      fresh.addEventListener("load", function () { link.remove(); });
      link.after(fresh);
    });
  }

  function hear(event) {
    var message = JSON.parse(event.data);
    if (message.changed.some(function (address) { return address.endsWith(".css"); })) { styles(); }
    if (message.changed.some(function (address) { return address.endsWith(".js"); })) { location.reload(); return; }
    if (message.changed.indexOf(here()) >= 0) {
      fetch(location.pathname, { cache: "no-store" }).then(function (a) { return a.text(); }).then(patch);
    }
    document.querySelectorAll("main img").forEach(function (image) {
      var path = new URL(image.src).pathname.slice(1);
      if (message.changed.indexOf(decodeURIComponent(path)) >= 0) { image.src = "/" + path + "?" + message.build; }
    });
    findings();
  }

  badge = make("button", "parcours-badge", "", document.body);
  badge.type = "button";
  badge.hidden = true;
  badge.setAttribute("aria-label", words.panel);
  badge.setAttribute("aria-expanded", "false");
  badge.setAttribute("aria-controls", "parcours-panel");
  panel = make("aside", "parcours-panel", "", document.body);
  panel.id = "parcours-panel";
  panel.setAttribute("aria-label", words.panel);
  panel.hidden = true;
  status = make("p", "parcours-status", "", document.body);
  status.setAttribute("role", "status");
  badge.addEventListener("click", function () {
    reveal(panel.hidden);
    closed = panel.hidden ? known : "";
    if (!panel.hidden) { panel.querySelector("button").focus(); }
  });
  document.addEventListener("keydown", function (event) { if (event.key === "Escape" && !panel.hidden) { close(); } });
  findings();
  var events = new EventSource("/_parcours/events"), lost = false;
  events.onmessage = hear;
  events.onerror = function () { lost = true; };
  events.onopen = function () { if (lost) { location.reload(); } };
})();
