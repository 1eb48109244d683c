/* What has changed glows once, for those whose eyes like movement. */
(() => {
  "use strict";
  const MOST = 40, BLOCKS = "td, th, p, li, h1, h2, h3, h4, dt, dd, figure, blockquote, pre, tr, .card";

  const columnOf = (cell) => [...cell.parentNode.cells].slice(0, cell.cellIndex).reduce((sum, one) => sum + one.colSpan, 0);
  /* The step whose column of the map a cell stands in. */
  const stepOf = (cell) => {
    const map = cell && cell.colSpan === 1 && cell.closest(".map"), row = map && map.querySelector(".step-row");
    return row ? [...row.cells].find((one) => columnOf(one) === columnOf(cell)) : null;
  };
  const blockOf = (node) => {
    const element = node.nodeType === 1 ? node : node.data.trim() ? node.parentElement : null, block = element && element.closest(BLOCKS);
    return block && block.closest("main") && !(block.colSpan > 1) && !block.matches("tr") ? block : null;
  };

  window.parcours.glow = (touched) => {
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) { return; }
    const blocks = new Set([...touched].map(blockOf).filter(Boolean));
    [...blocks].map((block) => stepOf(block.closest("td, th"))).filter(Boolean).forEach((step) => blocks.add(step));
    if (blocks.size > MOST) { return; }
    blocks.forEach((block) => {
      block.classList.remove("parcours-glow");
      void block.offsetWidth; // starts anew where it still glows
      block.classList.add("parcours-glow");
      block.addEventListener("animationend", () => block.classList.remove("parcours-glow"), { once: true });
    });
  };
})();
