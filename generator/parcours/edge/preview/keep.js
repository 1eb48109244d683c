/* What a reader has done to a page, kept over a change of it: what is in sight, focus, selection, open details. */
(() => {
  "use strict";
  const scrolled = new Set();
  document.addEventListener("scroll", (event) => { if (event.target.nodeType === 1) { scrolled.add(event.target); } }, true);

  /* Where a node stands, from the nearest element around it that has an id. */
  const pathOf = (node) => {
    const path = [];
    let at = node;
    while (at && at.parentNode && at !== document.body && !(at !== node && at.id)) {
      path.unshift([at.nodeName, [...at.parentNode.childNodes].indexOf(at)]);
      at = at.parentNode;
    }
    return { from: at && at.id && at !== node ? at.id : "", path };
  };
  const at = ({ from, path }) => path.reduce((node, [name, n]) => {
    const child = node && node.childNodes[n];
    return child && child.nodeName === name ? child : null;
  }, from ? document.getElementById(from) : document.body);

  const selected = () => {
    const chosen = getSelection();
    return chosen.isCollapsed ? null : {
      text: String(chosen), start: pathOf(chosen.anchorNode), end: pathOf(chosen.focusNode), offsets: [chosen.anchorOffset, chosen.focusOffset],
    };
  };
  const select = (was) => {
    if (!was || String(getSelection()) === was.text) { return; }
    const start = at(was.start), end = at(was.end), long = (node) => node.nodeType === 1 ? node.childNodes.length : node.length;
    if (start && end && was.offsets[0] <= long(start) && was.offsets[1] <= long(end)) {
      getSelection().setBaseAndExtent(start, was.offsets[0], end, was.offsets[1]);
    }
  };

  /* Scripts that make a part of the page anew close what was open in it and lose the focus. */
  const opened = () => [...document.querySelectorAll("details[open]")].map((node) => ({ node, path: pathOf(node) }));
  const open = ({ node, path }) => {
    const now = node.isConnected ? null : at(path);
    if (now && now.nodeName === "DETAILS") { now.open = true; }
  };
  const focus = ({ node, path, id }) => {
    if (document.activeElement === node) { return; }
    const now = (node.isConnected && node) || (id && document.getElementById(id)) || at(path);
    if (now && now !== document.body && now.focus) { now.focus({ preventScroll: true }); }
  };

  /* The first thing in sight: what comes above it, or goes, must not move it. At the top of a page that is the page itself. */
  const sighted = () => {
    if (scrollY < 1) { return null; }
    for (let y = 0; y < innerHeight; y += 16) {
      const node = document.elementFromPoint(innerWidth / 2, y), from = node && node.closest("main *") && node.getBoundingClientRect().top;
      if (from !== null && from >= 0 && from <= y) { return { node, from }; }
    }
    return null;
  };

  const sheets = () => [...document.querySelectorAll("link[rel=stylesheet]")];
  const settle = ({ node, from }) => {
    if (node.isConnected) { scrollBy({ top: node.getBoundingClientRect().top - from, behavior: "instant" }); }
  };
  /* Once more when a style sheet that came with the change is read, unless the reader has gone on. */
  const settleAgain = (first, old) => {
    const here = scrollY, again = () => { if (scrollY === here) { settle(first); } };
    sheets().filter((link) => !old.has(link)).forEach((link) => link.addEventListener("load", again, { once: true }));
  };

  window.parcours.keep = (change) => {
    const [left, top] = [scrollX, scrollY], first = sighted(), old = new Set(sheets()), details = opened(), chosen = selected(), active = document.activeElement;
    const held = active && active !== document.body ? { node: active, path: pathOf(active), id: active.id } : null;
    const inner = [...scrolled].filter((node) => node.isConnected).map((node) => [node, node.scrollLeft, node.scrollTop]);
    const given = change();
    details.forEach(open);
    if (held) { focus(held); }
    select(chosen);
    inner.forEach(([node, x, y]) => { if (node.isConnected) { node.scrollTo({ left: x, top: y, behavior: "instant" }); } });
    scrollTo({ left, top, behavior: "instant" });
    if (first) {
      settle(first);
      settleAgain(first, old);
    }
    return given;
  };
})();
