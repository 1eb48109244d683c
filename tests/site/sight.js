/* What the tests ask of a page in Chromium; each question answers with what is wrong. */
({
  told: (part) => part.outerHTML.slice(0, 120),
  all: (of) => [...document.querySelectorAll("body *")].filter(of),

  wider() {
    const scrolls = (part) => part && (/auto|scroll/.test(getComputedStyle(part).overflowX) || scrolls(part.parentElement));
    const shown = (part) => part.checkVisibility({ visibilityProperty: true }) && !part.closest(".unseen, .skip, svg, map");
    const far = (part) => part.getBoundingClientRect().right > innerWidth + 1;
    return this.all((part) => far(part) && shown(part) && !scrolls(part.parentElement)).map(this.told);
  },

  cut() {
    return this.all((part) => {
      const style = getComputedStyle(part), hides = /hidden|clip/.test(style.overflowX) && style.display !== "inline";
      return hides && part.checkVisibility() && !part.closest(".unseen, svg") && part.scrollWidth > part.clientWidth + 1;
    }).map(this.told);
  },

  stuck() {
    const within = ".map-scroll, .overlay-scroll, .step-panel";
    return this.all((part) => /sticky|fixed/.test(getComputedStyle(part).position) && part.checkVisibility()
      && part.getBoundingClientRect().height > innerHeight / 2 && !part.closest(within)).map(this.told);
  },

  moving() {
    return [...document.querySelectorAll("*")].flatMap((part) => ["", "::before", "::after"].map((pseudo) => {
      const style = getComputedStyle(part, pseudo);
      const moves = !["", "none"].includes(style.animationName) || style.scrollBehavior === "smooth"
        || style.transitionDuration.split(",").some((time) => parseFloat(time) > 0);
      return moves ? this.told(part) + pseudo : "";
    })).filter(Boolean);
  },

  forced() {
    const probe = document.body.appendChild(document.createElement("p")), wrong = new Set();
    const system = (name) => { probe.style.color = name; return getComputedStyle(probe).color; };
    const ink = system("CanvasText"), paper = system("Canvas");
    probe.remove();
    const hold = (selector, property, wanted) => document.querySelectorAll(selector).forEach((part) => {
      const is = getComputedStyle(part)[property];
      if (is !== wanted) { wrong.add(`${selector} ${property}: ${is}`); }
    });
    hold(".curve-path, .track-run, .track-cross, .face-mouth", "stroke", ink);
    hold(".face-eye, .curve-word, .curve-caption, .track-name", "fill", ink);
    hold(".curve-emotion .face-head, .track-dot", "fill", paper);
    document.querySelectorAll("[aria-current]:not(li, .brand)").forEach((part) => {
      const style = getComputedStyle(part), line = (edge) => style[edge + "Style"] !== "none" && parseFloat(style[edge + "Width"]) > 0;
      if (part.checkVisibility() && !line("outline") && !line("borderBottom")) { wrong.add(this.told(part)); }
    });
    return [...wrong];
  },

  small() {
    const controls = "button, select, summary, input, .brand, .nav a, .views a, .stage-rail a, .tags a, .colophon a,"
      + " .comparisons a, .badge[href], .number[href]";
    return [...document.querySelectorAll(controls)].flatMap((part) => {
      const { width, height } = (part.matches("input") && part.closest("label") || part).getBoundingClientRect();
      const shown = part.checkVisibility({ visibilityProperty: true });
      return shown && (width < 24 || height < 24) ? [`${width} by ${height}: ${this.told(part)}`] : [];
    });
  },

  area(part, drawing) {
    const [left, top, right, bottom] = part.coords.split(",").map(Number), box = drawing.getBoundingClientRect();
    return { left: box.left + left, top: box.top + top, width: right - left, height: bottom - top };
  },

  focus() {
    const part = document.activeElement, style = getComputedStyle(part);
    if (part === document.body) { return null; }
    const drawing = part.matches("area") && document.querySelector(`img[usemap="#${part.parentElement.name}"]`);
    const spots = (drawing ? [this.area(part, drawing)] : [...part.getClientRects()])
      .flatMap((box) => [[0.5, 0.5], [0.1, 0.5], [0.9, 0.5], [0.5, 0.1], [0.5, 0.9]]
        .map(([x, y]) => document.elementFromPoint(box.left + box.width * x, box.top + box.height * y)));
    const seen = spots.some((spot) => spot && (part.contains(spot) || spot === drawing));
    const ringed = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
    return [...(ringed ? [] : ["no ring: " + this.told(part)]), ...(seen ? [] : ["covered: " + this.told(part)])];
  },
})
