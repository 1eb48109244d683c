/* The preview's own script: new pages in place, findings over the last good one. */
(function () {
  "use strict";
  var words = document.documentElement.lang === "fr"
    ? { close: "Fermer", none: "", panel: "Constats" } : { close: "Close", none: "", panel: "Findings" };
  var panel = null, badge = null, closed = "", known = "";

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

  function show(list) {
    if (!panel) { return; }
    panel.textContent = "";
    var head = make("p", "parcours-head", words.panel, panel);
    var button = make("button", "", words.close, head);
    button.type = "button";
    button.addEventListener("click", close);
    list.forEach(function (found) {
      var item = make("section", "parcours-" + found.severity, "", panel);
      make("p", "parcours-message", found.message, item);
      make("p", "parcours-place", found.path + ":" + found.line + ":" + found.column, item);
      if (found.source) { make("pre", "", found.source + "\n" + found.carets, item); }
      if (found.help) { make("p", "parcours-help", found.help, item); }
    });
  }

  function close() {
    closed = known;
    panel.hidden = true;
    badge.focus();
  }

  function findings() {
    fetch("/_parcours/findings.json").then(function (answer) { return answer.json(); }).then(function (list) {
      known = JSON.stringify(list);
      var serious = list.filter(function (found) { return found.severity !== "advice"; });
      badge.hidden = list.length === 0;
      badge.textContent = String(list.length);
      badge.className = "parcours-badge" + (serious.length ? " parcours-serious" : "");
      show(list);
      panel.hidden = serious.length === 0 || closed === known;
    });
  }

  /* Keeps what the reader had: scroll of page and map, open details, focus, typed text. */
  function patch(html) {
    var fresh = new DOMParser().parseFromString(html, "text/html");
    var now = document.querySelector("main"), next = fresh.querySelector("main");
    if (!now || !next) { location.reload(); return; }
    document.title = fresh.title;
    var kept = Array.prototype.map.call(document.querySelectorAll(".map-scroll, .diagram-scroll"), function (e) {
      return [e.scrollLeft, e.scrollTop];
    });
    merge(now, document.adoptNode(next));
    document.querySelectorAll(".map-scroll, .diagram-scroll").forEach(function (e, n) {
      if (kept[n]) { e.scrollLeft = kept[n][0]; e.scrollTop = kept[n][1]; }
    });
  }

  function same(a, b) { return a.nodeType === b.nodeType && a.nodeName === b.nodeName; }

  function merge(now, next) {
    if (now.isEqualNode(next)) { return; }
    if (now.nodeType !== 1) { now.nodeValue = next.nodeValue; return; }
    if (now.classList.contains("map-tools") || now.classList.contains("filters")) { return; }
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
  panel = make("aside", "parcours-panel", "", document.body);
  panel.setAttribute("aria-label", words.panel);
  panel.setAttribute("aria-live", "polite");
  panel.hidden = true;
  badge.addEventListener("click", function () { panel.hidden = !panel.hidden; closed = panel.hidden ? known : ""; });
  document.addEventListener("keydown", function (event) { if (event.key === "Escape" && !panel.hidden) { close(); } });
  findings();
  var events = new EventSource("/_parcours/events"), lost = false;
  events.onmessage = hear;
  events.onerror = function () { lost = true; };
  events.onopen = function () { if (lost) { location.reload(); } };
})();
