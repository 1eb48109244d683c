/* Paper: a map is set on as few landscape sheets as it can be read on, each with the headers of its stages and lanes. */
(() => {
  "use strict";
  const COLUMN = 192, WIDTH = 1000, MOST = 12, FEWEST = 2, LEGIBLE = 0.8;
  const HEIGHT = WIDTH * 0.66; // of A4 and A3 alike, inside margins of 8 mm
  const all = (selector, within) => [...within.querySelectorAll(selector)];

  const cut = (row, first, last) => {
    const made = row.cloneNode(false);
    let at = 0;
    [...row.cells].forEach((cell, n) => {
      const from = at, to = at + cell.colSpan;
      at = to;
      if (n === 0 && cell.colSpan === 1) { made.appendChild(cell.cloneNode(true)); return; }
      const shared = Math.min(to, last + 1) - Math.max(from, first);
      if (n === 0 || shared > 0) {
        const kept = cell.cloneNode(true);
        kept.colSpan = n === 0 ? last - first + 2 : shared;
        all("svg.curve, svg.tracks", kept).forEach((svg) => pane(svg, first - 1, last - first + 1));
        if (cell.colSpan > 1 && from < first) { kept.classList.add("continued"); }
        made.appendChild(kept);
      }
    });
    return made;
  };
  /* A drawing shows its own columns, lower than on screen; faces and letters, which must not be squeezed, are stretched back. */
  const pane = (svg, first, count) => {
    const high = svg.viewBox.baseVal.height, natural = (92 / count / COLUMN) * high;
    const most = svg.matches(".tracks") ? high / 16 : svg.matches(".curve-tension") ? 4.5 : 9, lower = Math.min(1, most / natural);
    const less = Math.min(1, count / 7), back = `scale(${less} ${less / lower})`, faces = [];
    svg.setAttribute("viewBox", `${first * COLUMN} 0 ${count * COLUMN} ${high}`);
    svg.setAttribute("preserveAspectRatio", "none");
    svg.style.height = `calc(var(--unit) * ${(natural * lower).toFixed(2)})`;
    all(".curve-word", svg).forEach((word) => word.setAttribute("x", first * COLUMN + 8));
    all(".face", svg).forEach((face) => faces.push(["x", "y"].map((at) => Number(face.getAttribute(at)))));
    all("text, circle, .face, .track-stop", svg).filter((part) => !part.parentNode.closest("defs, .track-stop")).forEach((part) => {
      const dot = part.querySelector(".track-dot") || part, own = ["x", "y"].map((at) => Number(dot.getAttribute("c" + at) || dot.getAttribute(at) || 0));
      const near = faces.filter((face) => part.matches(".curve-caption") && face[0] === own[0]).sort((a, b) => Math.abs(a[1] - own[1]) - Math.abs(b[1] - own[1]));
      const [x, y] = near[0] || own;
      part.setAttribute("transform", `translate(${x} ${y})${back}translate(${-x} ${-y})`);
    });
  };

  const tile = (table, first, last) => {
    const sheet = document.createElement("div"), made = table.cloneNode(false);
    sheet.className = "sheet-of-map";
    const columns = document.createElement("colgroup");
    columns.innerHTML = '<col class="lane-column">';
    made.append(columns);
    all("thead, tbody", table).forEach((part) => {
      const kept = part.cloneNode(false);
      [...part.rows].forEach((row) => kept.appendChild(cut(row, first, last)));
      made.append(kept);
    });
    all("[id]", made).forEach((one) => one.removeAttribute("id"));
    all("[aria-labelledby]", made).forEach((one) => one.removeAttribute("aria-labelledby"));
    sheet.append(made);
    return sheet;
  };

  /* How much smaller a sheet must be set to end at the foot of the page; text wraps anew at each size. */
  const fitted = (sheet) => {
    let low = 0.62, high = 1;
    const over = (fit) => { sheet.style.setProperty("--fit", fit); return sheet.scrollHeight > HEIGHT; };
    if (!over(1)) { return 1; }
    for (let n = 0; n < 6; n += 1) { const middle = (low + high) / 2; if (over(middle)) { high = middle; } else { low = middle; } }
    return over(low) ? 0 : low; // 0: even the smallest letters that can be read run on to another sheet
  };

  /* A sheet that runs on at any size is cut between lanes: each part has the headers, and one page of its own. */
  const divide = (sheet) => {
    sheet.style.setProperty("--fit", LEGIBLE);
    const foot = sheet.getBoundingClientRect().top + HEIGHT, rows = all("tbody tr", sheet);
    let at = rows.findIndex((row, n) => n > 0 && row.getBoundingClientRect().bottom > foot);
    if (at > 0 && rows[at - 1].matches(".line")) { at -= 1; }
    if (at < 1) { return; }
    const rest = sheet.cloneNode(true);
    all("tbody tr", rest).slice(0, at).forEach((row) => row.remove());
    rows.slice(at).forEach((row) => row.remove());
    all(".print-brief", rest).forEach((brief) => brief.remove());
    sheet.after(rest);
    divide(rest);
  };

  /* What each sheet says above its part of the map: of which journey, whose lines; which sheet of how many. */
  const headed = (sheet, holder, n) => {
    const section = holder.closest(".map-section"), head = document.createElement("div"), legend = section.querySelector(".map-legend");
    head.className = "tile-head";
    const name = document.createElement("strong"), count = document.createElement("span");
    name.textContent = section.dataset.name;
    const brief = n === 0 && section.querySelector(".print-brief");
    head.append(name, ...(legend ? [legend.cloneNode(true)] : []), count);
    sheet.prepend(head, ...(brief ? [brief.cloneNode(true)] : []));
  };

  const setOn = (table, holder, many) => {
    const columns = all(".step-row > *", table).length - 1, each = Math.ceil(columns / many);
    holder.textContent = "";
    for (let first = 1; first <= columns; first += each) { holder.append(tile(table, first, Math.min(columns, first + each - 1))); }
    [...holder.children].forEach((sheet, n) => headed(sheet, holder, n));
    return Math.min(...all(".sheet-of-map", holder).map(fitted));
  };

  const layOut = (scroll) => {
    const table = scroll.querySelector(".map"), columns = all(".step-row > *", table).length - 1, holder = document.createElement("div");
    holder.className = "tiles measuring";
    scroll.after(holder);
    const least = Math.ceil(columns / MOST), most = Math.max(least, Math.ceil(columns / FEWEST));
    let best = [0, least];
    for (let many = least; many <= most; many += 1) {
      const fit = setOn(table, holder, many);
      if (fit > best[0] + 0.05) { best = [fit, many]; }
      if (fit >= LEGIBLE) { break; }
    }
    setOn(table, holder, best[1]);
    [...holder.children].forEach((sheet) => { if (!fitted(sheet)) { divide(sheet); } });
    [...holder.children].forEach((sheet, n, those) => { sheet.querySelector(".tile-head > span").textContent = those.length > 1 ? `${n + 1} / ${those.length}` : ""; });
    holder.classList.remove("measuring");
  };

  const number = () => {
    let page = 1; // the cover
    all("[data-sheets]", document).forEach((part) => {
      const link = document.querySelector(`[data-page-of="${part.id}"]`);
      if (link) { link.textContent = page + 1; }
      page += Math.max(1, all(".sheet-of-map", part).length);
    });
  };

  const sheet = document.querySelector('[media="print"]');
  const lay = () => {
    strike();
    document.documentElement.classList.add("laid-out");
    sheet.media = "all";
    all(".map-scroll", document).forEach(layOut);
    sheet.media = "print";
    number();
  };
  const strike = () => {
    all(".tiles", document).forEach((tiles) => tiles.remove());
    document.documentElement.classList.remove("laid-out");
  };
  addEventListener("beforeprint", lay);
  addEventListener("afterprint", strike);
})();
