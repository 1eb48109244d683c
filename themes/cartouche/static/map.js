/* Reading tools of a map: views, lanes and personas, size, a step in full, travel by keyboard. The address holds it all. */
(() => {
  "use strict";
  const root = document.documentElement, table = document.querySelector(".map-scroll .map");
  if (!table) { return; }
  const section = table.closest(".map-section"), scroll = table.closest(".map-scroll");
  const [bar, panel, list, status] = [".map-bar", ".step-panel", ".step-list", "[role=status]"].map((s) => section.querySelector(s));
  const held = (event) => event.ctrlKey || event.metaKey || event.shiftKey;
  const marked = (node) => !getSelection().isCollapsed && getSelection().containsNode(node, true);
  const all = (selector, within = table) => [...within.querySelectorAll(selector)];
  const narrow = matchMedia("(max-width: 48rem)");
  let grid = [], open = null;

  const make = (name, text, parent, kind = "") => {
    const made = document.createElement(name);
    made.textContent = text;
    if (kind) { made.className = kind; }
    parent.appendChild(made);
    return made;
  };

  const chosen = (key) => new URLSearchParams(location.search).get(key) || "";
  const address = (key, value) => {
    const now = new URLSearchParams(location.search);
    if (value) { now.set(key, value); } else { now.delete(key); }
    return location.pathname + (String(now) && "?" + now) + location.hash;
  };
  const current = (link, yes) => { if (yes) { link.setAttribute("aria-current", "true"); } else { link.removeAttribute("aria-current"); } };
  const remember = (key, value) => { if (chosen(key) !== value) { history.replaceState(null, "", address(key, value)); } };

  /* ---- The table as lines of cells by column; a cell over several columns stands in each ---- */
  const read = () => {
    grid = all("tr").map((row) => ({ row, label: row.cells[0], cells: [...row.cells].flatMap((cell) => Array(cell.colSpan).fill(cell)) }));
  };
  const lineOf = (cell) => grid.find((line) => line.row === cell.parentNode);
  const steps = () => all(".step-row > .step[id]");
  const columnOf = (step) => grid[1].cells.indexOf(step);
  const stepAt = (column) => (grid[1].cells[column] || {}).id ? grid[1].cells[column] : null;
  const beside = (step, way) => steps()[steps().indexOf(step) + way];
  const actionOf = (step) => step.querySelector(".action").textContent;

  /* ---- Lanes and personas: what is left out stands in the address, so that new lanes show by themselves ---- */
  const switches = (parent, key, title, items, show) => {
    if (items.length < 2) { return; }
    let off = chosen(key).split(",").filter(Boolean);
    const details = make("details", "", parent), summary = make("summary", title, details), box = make("fieldset", "", details);
    make("legend", title, box, "unseen");
    items.forEach(({ id, text }) => {
      const label = make("label", "", box), input = make("input", "", label);
      input.type = "checkbox";
      input.checked = !off.includes(id);
      make("span", text, label);
      show(id, input.checked);
      input.addEventListener("change", () => {
        off = off.filter((one) => one !== id).concat(input.checked ? [] : [id]);
        show(id, input.checked);
        remember(key, off.join(","));
        tell();
      });
    });
    details.addEventListener("keydown", (event) => {
      if (event.key === "Escape") { details.open = false; summary.focus(); event.stopPropagation(); }
    });
    document.addEventListener("click", (event) => { if (!details.contains(event.target)) { details.open = false; } });
  };
  const tools = () => {
    const parent = bar.querySelector(".map-tools"), lanes = new Map();
    parent.textContent = "";
    all("tr[data-lane]").forEach((row) => {
      if (!lanes.has(row.dataset.lane)) { lanes.set(row.dataset.lane, row.querySelector(".lane-name").textContent.trim()); }
    });
    switches(parent, "without", parent.dataset.lanes, [...lanes].map(([id, text]) => ({ id, text })), (id, shown) => {
      all("tr[data-lane]").forEach((row) => { if (row.dataset.lane === id) { row.hidden = !shown; } });
    });
    const personas = all(".map-legend li[data-persona]", section).map((li) => ({ id: li.dataset.persona, text: li.textContent.trim() }));
    switches(parent, "silent", parent.dataset.personas, personas, (id, shown) => {
      all(`.feelings [data-persona="${id}"]`).forEach((li) => { li.hidden = !shown; });
      all(`.map-legend li[data-persona="${id}"]`, section).forEach((li) => li.classList.toggle("off", !shown));
      all(`.curve-emotion .persona-${Number(id) % 8 + 1}`).forEach((group) => group.setAttribute("visibility", shown ? "visible" : "hidden"));
    });
  };

  /* ---- A step in full: what its column holds, lane by lane, as the panel and the list show it ---- */
  const told = (step, heading, parent) => {
    const column = columnOf(step), title = make(heading, "", parent, "told-title");
    make("span", step.querySelector(".number").textContent, title, "number");
    title.append(" " + actionOf(step));
    const moment = step.querySelector(".moment-mark");
    if (moment) { parent.appendChild(moment.cloneNode(true)); }
    grid.slice(2).forEach(({ row, label, cells }) => {
      const cell = cells[column];
      if (!cell || row.hidden || cell === label || cell.matches(".curve-cell") || !cell.textContent.trim() && !cell.querySelector("img")) { return; }
      const part = make("div", "", parent, row.className.replace(/lane/g, "told")), copy = cell.cloneNode(true);
      make(heading === "h3" ? "h4" : "h5", label.textContent.trim(), part);
      all("[id], [tabindex]", copy).forEach((inner) => { inner.removeAttribute("id"); inner.removeAttribute("tabindex"); });
      part.append(...copy.childNodes);
    });
    return title;
  };

  const smallCurve = () => {
    const drawn = table.querySelector(".curve-emotion");
    if (!drawn || drawn.closest("tr").hidden) { return; }
    const svg = drawn.cloneNode(true);
    all("defs, .curve-faces, text, .curve-range, title, desc", svg).forEach((part) => part.remove());
    ["role", "aria-labelledby", "aria-describedby"].forEach((name) => svg.removeAttribute(name));
    svg.setAttribute("preserveAspectRatio", "none");
    svg.setAttribute("aria-hidden", "true");
    make("div", "", list, "list-curve").appendChild(svg);
  };

  /* The map in reading order, for phones, large print and screen readers. */
  const tell = () => {
    list.textContent = "";
    if (root.dataset.view !== "list") { return; }
    smallCurve();
    all(".stage-row > .stage").forEach((stage) => {
      const part = make("section", "", list, "told-stage"), goal = stage.querySelector(".stage-goal");
      make("h3", stage.querySelector(".stage-name").textContent, part);
      if (goal) { make("p", goal.textContent, part, "stage-goal"); }
      const items = make("ol", "", part);
      grid[0].cells.forEach((cell, column) => {
        const step = cell === stage && stepAt(column);
        if (step) {
          const item = make("li", "", items);
          item.dataset.step = step.id;
          told(step, "h4", item);
        }
      });
    });
    mark();
  };
  const mark = () => all("[data-step]", list).forEach((item) => {
    const here = "#" + item.dataset.step === decodeURIComponent(location.hash);
    item.classList.toggle("is-target", here);
    if (here) { item.scrollIntoView(); }
  });

  const show = (step, focus) => {
    const body = panel.querySelector(".panel-body");
    open = step;
    body.textContent = "";
    const title = told(step, "h3", body);
    title.tabIndex = -1;
    panel.hidden = false;
    all("[data-go]", panel).forEach((button) => { button.disabled = !beside(step, Number(button.dataset.go)); });
    panel.querySelector(".panel-copy span").textContent = panel.dataset.copy;
    remember("step", step.id.replace("step.", ""));
    light(columnOf(step));
    if (focus) { title.focus({ preventScroll: true }); step.scrollIntoView({ block: "nearest", inline: "center" }); }
  };
  const hide = () => {
    if (panel.hidden) { return; }
    panel.hidden = true;
    remember("step", "");
    place(open);
    open = null;
  };
  const panels = () => {
    panel.addEventListener("click", (event) => {
      const button = event.target.closest("button");
      if (!button) { return; }
      if (button.dataset.go) { show(beside(open, Number(button.dataset.go)), true); }
      else if (button.matches(".panel-close")) { hide(); }
      else if (navigator.clipboard) {
        navigator.clipboard.writeText(location.origin.replace("null", "file://") + location.pathname + "#" + open.id)
          .then(() => { button.lastElementChild.textContent = button.dataset.done; });
      }
    });
    panel.addEventListener("keydown", (event) => {
      const to = { ArrowLeft: -1, ArrowRight: 1 }[event.key], next = to && beside(open, to);
      if (next) { event.preventDefault(); show(next, true); }
    });
    document.addEventListener("keydown", (event) => { if (event.key === "Escape") { hide(); } });
  };

  /* ---- The column under pointer or focus, and where its step leads ---- */
  const ahead = (step) => step.dataset.to === undefined ? [beside(step, 1)].filter(Boolean)
    : step.dataset.to.split(" ").map((id) => id && document.getElementById(id)).filter(Boolean);
  const light = (column) => {
    all(".lit, .ahead").forEach((cell) => cell.classList.remove("lit", "ahead"));
    const step = column > 0 && stepAt(column);
    if (!step) { return; }
    grid.forEach(({ cells, label }) => { if (cells[column] && cells[column] !== label && cells[column].colSpan === 1) { cells[column].classList.add("lit"); } });
    ahead(step).forEach((next) => next.classList.add("ahead"));
  };

  /* ---- Keyboard: one cell of the grid can be tabbed to, arrows go on from there, Enter opens the step with its links ---- */
  const place = (cell) => {
    all("[tabindex='0']").forEach((one) => { one.tabIndex = -1; });
    cell.tabIndex = 0;
    cell.focus();
  };
  const travel = (event) => {
    const cell = event.target;
    if (!cell.matches("th, td") || event.altKey || event.metaKey) { return; }
    const lines = grid.filter((line) => line.row.offsetParent && line.cells.length > 1), row = lines.indexOf(lineOf(cell)), { cells } = lines[row];
    const column = cells.indexOf(cell), at = Number(cell.dataset.at || column), last = cells.length - 1;
    if ((event.key === "Enter" || event.key === " ") && stepAt(at)) { event.preventDefault(); show(stepAt(at), true); return; }
    const to = {
      ArrowRight: [row, column + cell.colSpan], ArrowLeft: [row, column - 1], ArrowDown: [row + 1, at], ArrowUp: [row - 1, at],
      Home: [event.ctrlKey ? 0 : row, 0], End: [event.ctrlKey ? lines.length - 1 : row, last],
    }[event.key];
    const next = to && lines[to[0]] && lines[to[0]].cells[to[1]];
    if (!next) { return; }
    event.preventDefault();
    if (next.colSpan > 1) { next.dataset.at = Math.max(to[1], 1); }
    place(next);
  };
  const keyboard = () => {
    scroll.removeAttribute("tabindex");
    table.setAttribute("role", "grid");
    table.setAttribute("aria-readonly", "true");
    all("a").forEach((link) => { link.tabIndex = -1; });
    if (steps()[0] && !table.querySelector("[tabindex='0']")) { steps()[0].tabIndex = 0; }
  };
  const attend = () => {
    const cellOf = (event) => event.target.closest("th, td");
    const over = (event) => { const cell = cellOf(event); if (cell) { light(cell.colSpan === 1 ? lineOf(cell).cells.indexOf(cell) : 0); } };
    table.addEventListener("keydown", travel);
    table.addEventListener("mouseover", over);
    table.addEventListener("mouseleave", () => light(open ? columnOf(open) : 0));
    table.addEventListener("focusin", (event) => {
      over(event);
      const cell = cellOf(event), next = cell && cell.matches(".step[id]") ? ahead(cell) : [];
      status.textContent = next.length ? status.dataset.ahead + " " + next.map(actionOf).join(", ") : "";
    });
    table.addEventListener("click", (event) => {
      const step = event.target.closest(".step[id]"), link = event.target.closest("a");
      if (!step || link && !link.matches(".number") || held(event) || marked(step)) { return; }
      event.preventDefault();
      show(step, true);
    });
    addEventListener("hashchange", mark);
  };

  /* ---- Views and size ---- */
  const view = () => {
    const wanted = chosen("view"), links = all("[data-view]", bar);
    const shown = links.some((link) => link.dataset.view === wanted) ? wanted : narrow.matches ? "list" : "map";
    if (shown === "map") { delete root.dataset.view; } else { root.dataset.view = shown; }
    list.hidden = shown !== "list";
    links.forEach((link) => { link.href = address("view", link.dataset.view); current(link, link.dataset.view === shown); });
    tell();
    size();
  };
  const size = () => {
    const fit = chosen("zoom") === "fit";
    if (fit || table.style.zoom) { table.style.zoom = 1; }
    if (fit) { table.style.zoom = Math.max(0.3, Math.min(1, scroll.clientWidth / table.offsetWidth)); }
    bar.querySelector(".fit").setAttribute("aria-pressed", String(fit));
  };
  const views = () => {
    bar.querySelector(".fit").addEventListener("click", () => { remember("zoom", chosen("zoom") ? "" : "fit"); size(); });
    bar.querySelector(".views").addEventListener("click", (event) => {
      const link = event.target.closest("[data-view]");
      if (!link || held(event)) { return; }
      event.preventDefault();
      history.pushState(null, "", address("view", link.dataset.view));
      view();
    });
    addEventListener("popstate", view);
    addEventListener("resize", size);
    narrow.addEventListener("change", view);
  };

  /* ---- The rail says which stage is in sight ---- */
  const rail = () => {
    if (!scroll.offsetParent) { return; }
    const edge = scroll.getBoundingClientRect().left + table.rows[0].cells[0].offsetWidth + 40;
    const seen = Math.max(0, all(".stage-row > .stage").filter((stage) => stage.getBoundingClientRect().left <= edge).length - 1);
    all(".stage-rail a", section).forEach((link, n) => current(link, n === seen));
  };
  const jump = (event) => {
    const link = event.target.closest("a"), stage = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (stage) { requestAnimationFrame(() => stage.scrollIntoView({ block: "nearest", inline: "start" })); }
  };

  const fresh = () => {
    read();
    keyboard();
    tools();
    view();
    const step = chosen("step") && document.getElementById("step." + chosen("step"));
    if (step) { show(step, false); } else { hide(); }
    requestAnimationFrame(rail);
  };

  views();
  panels();
  attend();
  section.querySelector(".stage-rail").addEventListener("click", jump);
  scroll.addEventListener("scroll", () => requestAnimationFrame(rail), { passive: true });
  bar.hidden = false;
  fresh();
  if (open) { open.scrollIntoView({ block: "nearest", inline: "center" }); }
  document.addEventListener("parcours:patched", fresh);
})();
