/* The page in place: what the server has changed since it last sent the page is changed here too, and nothing else.
   What the reader, or a script, has done to it since then stays. */
(() => {
  "use strict";
  const twins = new WeakMap(); // a node as it was sent → the node that is shown for it
  const LARGEST = 40000; // pairs of children that are worth comparing each with each
  let touched = new Set();

  const pair = (sent, shown) => {
    twins.set(sent, shown);
    sent.childNodes.forEach((child, n) => pair(child, shown.childNodes[n]));
  };
  // Kept where pictures and videos are not loaded a second time.
  const sent = document.implementation.createHTMLDocument("").importNode(document.body, true);
  pair(sent, document.body);

  // A section has the name of its heading: one that comes above another is not a rewording of that.
  const id = (node) => node.id || (node.getAttribute && node.getAttribute("aria-labelledby")) || "";
  const alike = (a, b) => a.nodeType === b.nodeType && a.nodeName === b.nodeName && id(a) === id(b);
  const text = (node) => node.outerHTML || node.nodeName + node.nodeValue;

  /* For each wanted child the number of the old one that becomes it, in rising order; -1 for a new one. */
  const align = (old, wanted) => {
    const pairs = new Array(wanted.length).fill(-1);
    let first = 0, ends = [old.length, wanted.length];
    while (first < Math.min(...ends) && old[first].isEqualNode(wanted[first])) { pairs[first] = first; first += 1; }
    while (Math.min(...ends) > first && old[ends[0] - 1].isEqualNode(wanted[ends[1] - 1])) {
      ends = [ends[0] - 1, ends[1] - 1];
      pairs[ends[1]] = ends[0];
    }
    let from = [first, first];
    [...anchors(old, wanted, first, ends), ends].forEach((to) => {
      between(old, wanted, from, to, pairs);
      if (to !== ends) { pairs[to[1]] = to[0]; }
      from = [to[0] + 1, to[1] + 1];
    });
    return pairs;
  };

  /* The longest run of children that are the same, or have the same id, on both sides. */
  const anchors = (old, wanted, first, [oldEnd, wantedEnd]) => {
    const rows = oldEnd - first, columns = wantedEnd - first;
    if (!rows || !columns || rows * columns > LARGEST) { return []; }
    const [a, b] = [old.slice(first, oldEnd), wanted.slice(first, wantedEnd)], [keysA, keysB] = [a.map(text), b.map(text)];
    const same = (i, j) => keysA[i] === keysB[j] || (id(a[i]) && id(a[i]) === id(b[j]));
    const best = Array.from({ length: rows + 1 }, () => new Uint16Array(columns + 1));
    for (let i = rows - 1; i >= 0; i -= 1) {
      for (let j = columns - 1; j >= 0; j -= 1) {
        best[i][j] = same(i, j) ? best[i + 1][j + 1] + 1 : Math.max(best[i + 1][j], best[i][j + 1]);
      }
    }
    const found = [];
    for (let i = 0, j = 0; i < rows && j < columns;) {
      if (same(i, j)) { found.push([first + i, first + j]); i += 1; j += 1; }
      else if (best[i + 1][j] >= best[i][j + 1]) { i += 1; } else { j += 1; }
    }
    return found;
  };

  /* Between two anchors: what is alike becomes the other, in order. */
  const between = (old, wanted, from, to, pairs) => {
    let next = from[0];
    const even = to[0] - from[0] === to[1] - from[1];
    for (let n = from[1]; n < to[1]; n += 1) {
      let at = even ? from[0] + n - from[1] : next;
      while (!even && at < to[0] && !alike(old[at], wanted[n])) { at += 1; }
      if (at < to[0] && alike(old[at], wanted[n])) { pairs[n] = at; next = at + 1; }
    }
  };

  /* Only the part that differs, so that a selection in the rest stays. */
  const rewrite = (node, value) => {
    const was = node.data, most = Math.min(was.length, value.length);
    let start = 0, end = 0;
    while (start < most && was[start] === value[start]) { start += 1; }
    while (end < most - start && was[was.length - 1 - end] === value[value.length - 1 - end]) { end += 1; }
    node.replaceData(start, was.length - start - end, value.slice(start, value.length - end));
  };

  const classes = (shown, was, value) => {
    const [before, after] = [was, value].map((list) => (list || "").split(/\s+/).filter(Boolean));
    before.filter((one) => !after.includes(one)).forEach((one) => shown.classList.remove(one));
    after.filter((one) => !before.includes(one)).forEach((one) => shown.classList.add(one));
  };

  const attributes = (now, next, shown) => {
    [...now.attributes].filter(({ name }) => !next.hasAttribute(name)).forEach(({ name }) => {
      if (name === "class") { classes(shown, now.getAttribute(name), ""); } else { shown.removeAttribute(name); }
      now.removeAttribute(name);
      touched.add(shown);
    });
    [...next.attributes].forEach(({ name, value, namespaceURI }) => {
      if (now.getAttribute(name) === value) { return; }
      if (name === "class") { classes(shown, now.getAttribute(name), value); } else { shown.setAttributeNS(namespaceURI, name, value); }
      now.setAttributeNS(namespaceURI, name, value);
      touched.add(shown);
    });
  };

  const place = (child, parent, after) => {
    const shown = document.importNode(child, true), there = twins.get(parent), beside = after && twins.get(after);
    parent.insertBefore(child, after ? after.nextSibling : parent.firstChild);
    pair(child, shown);
    if (beside && beside.parentNode === there) { beside.after(shown); } else { there.prepend(shown); }
    touched.add(shown);
  };

  const children = (now, next) => {
    const old = [...now.childNodes], wanted = [...next.childNodes], pairs = align(old, wanted), kept = new Set(pairs);
    old.filter((child, n) => !kept.has(n)).forEach((child) => {
      touched.add(twins.get(now));
      twins.get(child).remove();
      child.remove();
    });
    let last = null;
    wanted.forEach((child, n) => {
      if (pairs[n] < 0) { place(child, now, last); last = child; return; }
      last = old[pairs[n]];
      merge(last, child);
    });
  };

  const merge = (now, next) => {
    if (now.isEqualNode(next)) { return; }
    const shown = twins.get(now);
    if (now.nodeType !== 1) {
      rewrite(shown, next.data);
      now.data = next.data;
      touched.add(shown);
      return;
    }
    attributes(now, next, shown);
    children(now, next);
  };

  /* Makes the shown page what the server sends now, and gives the nodes that are other ones or have changed. */
  const patch = (fresh) => {
    touched = new Set();
    merge(sent, fresh);
    return touched;
  };

  window.parcours = { patch };
})();
