/* Findings over the last good page: a count in the corner, and all of them in a panel. */
(function () {
  "use strict";
  var words = document.documentElement.lang === "fr"
    ? { close: "Fermer", panel: "Constats", error: "erreur", warning: "attention", advice: "conseil",
        help: "aide\u202f:", see: "voir aussi\u202f:", edit: "Ouvrir dans l’éditeur", clear: "Plus rien à corriger",
        left: "Et {n} de plus\u202f: `parcours check` les dit tous." }
    : { close: "Close", panel: "Findings", error: "error", warning: "warning", advice: "advice",
        help: "help:", see: "see also:", edit: "Open in the editor", clear: "Nothing left to mend",
        left: "And {n} more: `parcours check` tells all." };
  var panel = null, badge = null, status = null, closed = "", known = "[]";

  function make(name, className, text, parent) {
    var element = document.createElement(name);
    if (className) { element.className = className; }
    if (text) { element.textContent = text; }
    if (parent) { parent.appendChild(element); }
    return element;
  }

  /* What the writer wrote stands between backticks. */
  function spoken(text, parent) {
    text.split("`").forEach(function (part, n) {
      if (n % 2) { make("code", "", part, parent); } else { parent.appendChild(document.createTextNode(part)); }
    });
  }

  function excerpt(found, parent) {
    if (!found.source) { return; }
    var number = String(found.line), gutter = new Array(number.length + 1).join(" "), indent = found.carets.search(/\S/);
    var block = make("pre", "", number + " | " + found.source + "\n" + gutter + " | " + found.carets.slice(0, indent), parent);
    make("span", "parcours-carets", found.carets.slice(indent), block);
  }
  /* A long line is scrolled to its mark, and can be scrolled by keyboard. */
  function aim() {
    panel.querySelectorAll("pre").forEach(function (block) {
      if (block.scrollWidth <= block.clientWidth) { return; }
      var carets = block.querySelector(".parcours-carets");
      block.tabIndex = 0;
      block.scrollLeft = carets.offsetLeft - block.offsetLeft - block.clientWidth / 3;
    });
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
    spoken(found.message + " ", message);
    make("span", "parcours-rule", found.rule, message);
    place(found, item);
    excerpt(found, item);
    if (found.help) {
      var help = make("p", "parcours-help", "", item);
      make("span", "parcours-severity", words.help + " ", help);
      spoken(found.help, help);
    }
    found.related.forEach(function (other) {
      make("p", "parcours-severity", words.see, item);
      place(other, item);
      excerpt(other, item);
    });
  }

  /* What is serious stands open; advice waits behind its count. Who was reading in the panel stays in it. */
  function show(list, totals, left) {
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
      more.addEventListener("toggle", aim);
    }
    if (left) { spoken(words.left.replace("{n}", left), make("p", "parcours-help", "", panel)); }
    if (inside) { button.focus(); }
  }

  function reveal(visible) {
    panel.hidden = !visible;
    if (visible) { aim(); }
    badge.setAttribute("aria-expanded", String(visible));
  }

  function close() {
    closed = known;
    reveal(false);
    badge.focus();
  }

  function findings() {
    return fetch("/_parcours/findings.json", { cache: "no-store" }).then(function (answer) { return answer.json(); }).then(function (told) {
      var list = told.findings, before = known;
      known = JSON.stringify(list);
      var serious = list.filter(function (found) { return found.severity !== "advice"; });
      badge.hidden = list.length === 0;
      badge.textContent = String(told.count);
      badge.setAttribute("aria-label", words.panel + ": " + told.totals);
      badge.className = "parcours-badge" + (serious.length ? " parcours-serious" : "");
      if (known !== before) { status.textContent = list.length ? told.totals : words.clear; }
      show(list, told.totals, told.left);
      reveal(list.length > 0 && serious.length > 0 && closed !== known);
      return told.told;
    });
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
  window.parcours.findings = findings;
})();
