/* Small improvements to pages that already work: dark colours, copying. */
(() => {
  "use strict";
  const root = document.documentElement, button = document.querySelector(".theme-switch");
  const stored = (key) => { try { return localStorage.getItem(key); } catch { return null; } };
  const dark = () => root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  const press = () => button.setAttribute("aria-pressed", String(dark()));

  if (new URLSearchParams(location.search).has("bare")) { root.classList.add("bare"); } // a map alone, in the frame of another site
  if (stored("theme")) { root.dataset.theme = stored("theme"); }
  if (button) {
    button.hidden = false;
    press();
    button.addEventListener("click", () => {
      root.dataset.theme = dark() ? "light" : "dark";
      try { localStorage.setItem("theme", root.dataset.theme); } catch { /* private windows */ }
      press();
    });
  }
  /* The line for another site's frame: this page, as it is shown at the moment. */
  document.querySelectorAll(".embed").forEach((embed) => embed.addEventListener("toggle", () => {
    const code = embed.querySelector("code"), here = location.origin + location.pathname + "?" + ["bare", location.search.slice(1)].filter(Boolean).join("&amp;");
    if (location.protocol !== "file:") { code.textContent = code.textContent.replace(/src="[^"]*"/, () => `src="${here}"`); }
  }));
  const copies = () => document.querySelectorAll(".copy").forEach((copy) => { copy.hidden = false; });
  if (navigator.clipboard) {
    copies();
    document.addEventListener("parcours:patched", copies);
    document.addEventListener("click", (event) => {
      const copy = event.target.closest(".copy");
      if (copy) {
        navigator.clipboard.writeText(copy.parentNode.querySelector("pre").textContent)
          .then(() => { copy.lastElementChild.textContent = copy.dataset.done; });
      }
    });
  }
  const find = document.querySelector(".find-link"), ask = (event) => {
    event.preventDefault();
    if (window.parcoursFind) { parcoursFind.open(); return; }
    const script = document.createElement("script");
    script.src = new URL("../theme/find.js", find.href);
    script.onload = () => parcoursFind.open();
    document.head.append(script);
  };
  if (find) {
    find.addEventListener("click", (event) => { if (!event.ctrlKey && !event.metaKey) { ask(event); } });
    addEventListener("keydown", (event) => {
      const held = event.ctrlKey || event.metaKey, { key, target } = event;
      if (held ? key === "k" : key === "/" && !stored("slash") && !target.closest("input, select, textarea")) { ask(event); }
    });
  }
  /* A browser does not bring into sight what the Tab key reaches on a drawing, or at the edge of a wide table. */
  document.addEventListener("focusin", ({ target }) => {
    if (target.closest(".figures-scroll")) { target.scrollIntoView({ block: "nearest", inline: "nearest" }); }
    if (!target.matches("area")) { return; }
    const drawing = document.querySelector(`img[usemap="#${target.parentNode.name}"]`), [left, top] = target.coords.split(",").map(Number);
    const box = drawing.getBoundingClientRect();
    drawing.parentNode.scrollLeft = left - 40;
    if (box.top + top < 0 || box.top + top > innerHeight - 100) { scrollBy({ top: box.top + top - innerHeight / 3, behavior: "instant" }); }
  });
})();
