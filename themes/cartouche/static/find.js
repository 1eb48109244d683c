/* The search, loaded when it is first asked for. Its index is made of scripts too, so that it works from the disk. */
window.parcoursFind = (() => {
  "use strict";
  const link = document.querySelector(".find-link"), home = link.href, arrived = new Map(), waiting = new Map();
  const MOST = 30, NEAR = 3, WORD = /[\p{L}\p{N}]+/gu;
  /* What counts, and by how much: whole pages before parts of them. */
  const WEIGHTS = { p: 1.25, j: 1.2, a: 1.1, h: 0.85, w: 0.9 };

  /* ---- Loading ---- */
  const added = (name, element, place) => {
    if (!waiting.has(name)) {
      waiting.set(name, new Promise((done, failed) => {
        element.onload = () => done(arrived.get(name));
        element.onerror = () => { waiting.delete(name); failed(new Error(name)); };
        place(element);
      }));
    }
    return waiting.get(name);
  };
  const load = (name) => added(name, Object.assign(document.createElement("script"), { src: new URL(name + ".js", home) }),
    (script) => document.head.append(script));
  const style = () => {
    const href = new URL("../theme/find.css", home).href, known = [...document.querySelectorAll("link[rel=stylesheet]")];
    if (known.some((sheet) => sheet.href === href)) { return Promise.resolve(); }
    const own = known.find((sheet) => sheet.href.endsWith("/own.css"));
    return added("style", Object.assign(document.createElement("link"), { rel: "stylesheet", href }),
      (sheet) => own ? own.before(sheet) : document.head.append(sheet));
  };

  /* ---- Folding: as search/fold.py does, by the tables that come with the index ---- */
  const plain = (text, index) => text.toLowerCase().normalize("NFD").replace(index.marks, "")
    .replace(/[^\0-\x7f]/g, (letter) => index.letters[letter] || letter).replace(index.quotes, "'");
  const wordsOf = (text, index) => plain(text, index).replace(index.cut, "").match(WORD) || [];
  const stem = (word, index) => {
    if (!/^[a-z]+$/.test(word)) { return word; }
    for (const step of index.steps) {
      const fits = step.find(([end, , kept]) => word.endsWith(end) && word.length - end.length >= kept);
      if (fits) { word = word.slice(0, word.length - fits[0].length) + fits[1]; }
    }
    return word;
  };
  const termOf = (word, index) => index.common.has(word) ? "" : stem(word, index);

  /* ---- The index of a language ---- */
  const ready = (index) => {
    if (index.starts) { return index; }
    const pages = index.kinds.split("|"), starts = [0];
    pages.forEach((kinds) => starts.push(starts[starts.length - 1] + kinds.length));
    const pieces = (list) => list.map(([first, name]) => ({ first, name }));
    return Object.assign(index, {
      starts,
      all: pages.join(""),
      marks: new RegExp(index.marks, "g"),
      quotes: new RegExp(index.quotes, "g"),
      cut: new RegExp(index.cut, "g"),
      common: new Set(index.common.split(" ")),
      terms: index.shards ? pieces(index.shards.terms) : [{ first: "", lines: index.terms.split("\n") }],
      pages: index.shards ? pieces(index.shards.pages) : [{ first: 0, pages: index.pages }],
    });
  };
  const startingWith = async (index, prefix) => {
    const wanted = index.terms.filter((piece, n) => piece.first < prefix + "\uffff"
      && !(index.terms[n + 1] && index.terms[n + 1].first <= prefix));
    const found = [];
    for (const piece of wanted) {
      piece.lines = piece.lines || (await load(piece.name)).split("\n");
      let low = 0, high = piece.lines.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (piece.lines[middle] < prefix) { low = middle + 1; } else { high = middle; }
      }
      while (low < piece.lines.length && piece.lines[low].startsWith(prefix)) { found.push(piece.lines[low++]); }
    }
    return found;
  };
  const spread = (line, index, best, weight) => {
    line.slice(line.indexOf(" ") + 1).split(" ").forEach((block) => {
      const [page, entries] = block.split(":"), [own, beside] = entries.split("!"), start = index.starts[page];
      const put = (spans, value) => spans && spans.split(",").forEach((span) => {
        const [first, last] = span.split("-").map((end) => parseInt(end, 36));
        for (let at = start + first; at <= start + (last ?? first); at++) { best[at] = Math.max(best[at], value(at)); }
      });
      put(own, (at) => weight * (10 + 6 / Math.max(1, parseInt(index.sizes[at], 36))));
      put(beside, () => weight * 3);
    });
  };
  /* How well each entry has a word: its term, terms that begin with it, and terms it is a little longer than. */
  const valued = async (index, word) => {
    const best = new Float32Array(index.all.length), term = termOf(word, index) || word;
    const shorter = [1, 2, NEAR].map((cut) => word.slice(0, -cut)).filter((cut) => cut.length > 3 && cut !== term);
    for (const line of await startingWith(index, word)) { spread(line, index, best, 0.6); }
    for (const near of shorter) { (await startingWith(index, near + " ")).forEach((line) => spread(line, index, best, 0.5)); }
    (await startingWith(index, term + " ")).forEach((line) => spread(line, index, best, 1));
    return best;
  };
  const search = async (language, query) => {
    const index = ready(await load(language)), all = [...new Set(wordsOf(query, index))];
    const words = all.some((word) => termOf(word, index)) ? all.filter((word) => termOf(word, index)) : all;
    const score = new Float32Array(index.all.length), matched = new Uint8Array(index.all.length);
    for (const word of words) {
      (await valued(index, word)).forEach((value, at) => { if (value) { score[at] += value; matched[at]++; } });
    }
    const most = matched.reduce((a, b) => Math.max(a, b), 0), hits = [];
    for (let at = 0; most && at < matched.length; at++) {
      if (matched[at] === most) {
        hits.push({ index, words, at, kind: index.all[at], score: score[at] * (WEIGHTS[index.all[at]] || 1), part: most / words.length });
      }
    }
    return hits;
  };
  /* All results, the best first: only those with as many of the words as any has. */
  const results = async (query) => {
    const found = (await Promise.all(told.languages.map((language) => search(language, query)))).flat();
    const most = Math.max(0, ...new Set(found.map((hit) => hit.part)));
    return found.filter((hit) => hit.part === most).sort((a, b) => b.score - a.score || a.at - b.at);
  };
  const shown = async (hit) => {
    const { index, at } = hit;
    let low = 0, high = index.starts.length - 1;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (index.starts[middle] <= at) { low = middle; } else { high = middle; }
    }
    const piece = index.pages.filter(({ first }) => first <= low).pop();
    piece.pages = piece.pages || await load(piece.name);
    const [address, name, note, stages, entries] = piece.pages[low - piece.first], entry = entries[at - index.starts[low] - 1];
    const [stage, anchor, words] = entry || [-1, "", name];
    const where = entry ? [name, stage >= 0 && hit.kind !== "a" ? stages[stage] : ""].filter(Boolean).join(" › ") : note;
    return { ...hit, words, query: hit.words, where, href: new URL("../" + address + (anchor && "#" + anchor), home).href };
  };

  /* ---- The window ---- */
  let told, box, input, list, count, kinds, query = "", kind = "", turn = 0;
  const say = (key, values = {}) => told.words[key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const make = (name, inside, attributes = {}, text = "") => {
    const part = document.createElement(name);
    Object.entries(attributes).forEach(([key, value]) => part.setAttribute(key, value));
    part.append(text);
    inside.append(part);
    return part;
  };
  const lit = (text, { index, query: words }, inside) => {
    let last = 0;
    for (const word of text.matchAll(WORD)) {
      const folded = wordsOf(word[0], index)[0] || "", term = termOf(folded, index);
      const hit = words.some((one) => folded.startsWith(one) || term && (term === stem(one, index) || one.startsWith(term) && one.length - term.length <= NEAR && term.length > 3));
      if (hit) {
        inside.append(text.slice(last, word.index));
        make("mark", inside, {}, word[0]);
        last = word.index + word[0].length;
      }
    }
    inside.append(text.slice(last));
  };
  const options = () => [...list.children];
  const choose = (at) => {
    options().forEach((option, n) => option.setAttribute("aria-selected", String(n === at)));
    if (at >= 0) {
      list.children[at].scrollIntoView({ block: "nearest" });
      input.setAttribute("aria-activedescendant", list.children[at].id);
    } else { input.removeAttribute("aria-activedescendant"); }
  };
  const chosen = () => options().findIndex((option) => option.getAttribute("aria-selected") === "true");

  const facets = (hits) => {
    kinds.textContent = "";
    const some = told.kinds.filter(([letter]) => hits.some((hit) => hit.kind === letter));
    if (!some.some(([letter]) => letter === kind)) { kind = ""; }
    const button = (letter, name, number) => {
      const part = make("button", kinds, { type: "button", "aria-pressed": String(letter === kind) }, name + " ");
      make("small", part, {}, String(number));
      part.addEventListener("click", () => { kind = letter; refresh().then(() => kinds.querySelector("[aria-pressed=true]").focus()); });
    };
    if (some.length > 1) {
      button("", say("all"), hits.length);
      some.forEach(([letter, , many]) => button(letter, many, hits.filter((hit) => hit.kind === letter).length));
    }
  };
  const fill = (hits) => {
    list.textContent = "";
    hits.forEach((hit, n) => {
      const option = make("a", list, { role: "option", id: "find-" + n, href: hit.href, tabindex: "-1", "aria-selected": "false" });
      make("span", option, { class: "find-kind" }, told.kinds.find(([letter]) => letter === hit.kind)[1]);
      lit(hit.words, hit, make("b", option, { class: hit.kind === "q" ? "find-quote" : "find-words" }));
      lit(hit.where, hit, make("span", option, { class: "find-where" }));
    });
    list.hidden = !hits.length;
    input.setAttribute("aria-expanded", String(!list.hidden));
    choose(hits.length ? 0 : -1);
  };
  const summary = (number, few, part) => {
    if (!query) { return say("hint"); }
    if (!number) { return say("none", { words: query }) + " " + say("none_hint"); }
    const counted = number === 1 ? say("one") : number > few ? say("first", { shown: few, count: number }) : say("other", { count: number });
    return part < 1 ? counted + ". " + say("part") : counted;
  };
  const refresh = async () => {
    const mine = ++turn;
    query = input.value.trim();
    if (document.body.matches(".page-search")) { history.replaceState(null, "", location.pathname + (query && "?q=" + encodeURIComponent(query)) + location.hash); }
    try {
      if (query && !list.children.length) { count.textContent = say("loading"); }
      const hits = query ? await results(query) : [], all = hits.length;
      if (mine !== turn) { return; }
      facets(hits);
      const wanted = kind ? hits.filter((hit) => hit.kind === kind) : hits, seen = await Promise.all(wanted.slice(0, MOST).map(shown));
      if (mine !== turn) { return; }
      fill(seen);
      count.textContent = summary(wanted.length, seen.length, all ? hits[0].part : 1);
    } catch { count.textContent = say("failed"); }
    box.dataset.told = input.value;
  };
  const press = (event) => {
    const number = list.children.length, move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (move && number) {
      event.preventDefault();
      choose((chosen() + move + number) % number);
    } else if (event.key === "Enter" && chosen() >= 0) {
      event.preventDefault();
      list.children[chosen()].click();
    }
  };
  const build = () => {
    box = make("dialog", document.body, { class: "find", "aria-label": say("title") });
    const head = make("div", box, { class: "find-head" });
    head.append(link.querySelector("svg").cloneNode(true));
    input = make("input", head, {
      type: "text", role: "combobox", "aria-label": say("label"), "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": "find-results",
      placeholder: say("placeholder"), autocomplete: "off", autocapitalize: "none", spellcheck: "false", enterkeyhint: "go", autofocus: "",
    });
    make("button", head, { type: "button", class: "find-close" }, say("close")).addEventListener("click", () => box.close());
    kinds = make("div", box, { class: "find-kinds", role: "group", "aria-label": say("facets") });
    count = make("p", box, { class: "find-count", role: "status" });
    list = make("div", box, { class: "find-results", id: "find-results", role: "listbox", "aria-label": say("results"), hidden: "" });
    const foot = make("div", box, { class: "find-foot" });
    make("span", foot, { class: "find-keys" }, say("keys"));
    make("a", foot, { href: home }, say("from_a_to_z"));
    const slash = make("input", make("label", foot), { type: "checkbox" });
    slash.after(" " + say("slash"));
    slash.checked = !localStorage.getItem("slash");
    slash.addEventListener("change", () => { if (slash.checked) { localStorage.removeItem("slash"); } else { localStorage.setItem("slash", "off"); } });
    input.addEventListener("input", refresh);
    input.addEventListener("keydown", press);
    list.addEventListener("pointermove", (event) => { const option = event.target.closest("a"); if (option) { choose(options().indexOf(option)); } });
    list.addEventListener("click", (event) => { if (!event.ctrlKey && !event.metaKey && !event.shiftKey) { box.close(); } });
    box.addEventListener("click", (event) => { if (event.target === box) { box.close(); } });
  };
  const open = async (asked) => {
    try { await Promise.all([load("words-" + document.documentElement.lang), style()]); } catch { location.href = home; return; }
    if (!box) { build(); }
    if (!box.open) { box.showModal(); }
    if (asked) { input.value = asked; }
    input.select();
    told.languages.forEach(load);
    await refresh();
  };
  /* What the preview changes is read anew. */
  document.addEventListener("parcours:patched", () => [...waiting.keys()].filter((name) => !/^(words|style)/.test(name)).forEach((name) => waiting.delete(name)));
  const asked = document.body && document.body.matches(".page-search") && new URLSearchParams(location.search).get("q");
  if (asked) { setTimeout(() => open(asked)); }
  return {
    put: (name, data) => arrived.set(name, data),
    tell: (words) => { told = words; },
    open,
    fold: (text, language) => load(language).then((index) => wordsOf(text, ready(index)).map((word) => termOf(word, index)).filter(Boolean)),
  };
})();
