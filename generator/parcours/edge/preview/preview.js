/* Hears of new builds, once for all tabs of a browser, and brings the page up to date where it stands. */
(() => {
  "use strict";
  const { patch, keep, glow, findings } = window.parcours, told = document.currentScript.dataset, STREAM = "/_parcours/events";
  let { tag, styles } = told, known = "", looking = null, again = false;

  const addressOf = (path) => {
    let address = path;
    try { address = decodeURIComponent(path); } catch { /* not ours */ }
    address = address.replace(/^\//, "");
    return address === "" || address.endsWith("/") ? address + "index.html" : address;
  };
  const here = () => addressOf(location.pathname);
  const headOf = (page) => [...page.querySelectorAll("head link, script[src]")]
    .map((one) => (one.getAttribute("href") || one.getAttribute("src")).split("?")[0])
    .filter((address) => !address.startsWith("/_parcours/")).join(" ");
  const head = headOf(document);

  /* ---- The page: its ETag changes with its scripts and style sheets too, which it names by what is in them ---- */
  const show = (html) => {
    const fresh = new DOMParser().parseFromString(html, "text/html"), now = (fresh.querySelector("script[data-tag]") || {}).dataset;
    const other = headOf(fresh) !== head || document.documentElement.lang !== fresh.documentElement.lang;
    if (other || !now || now.scripts !== told.scripts) { location.reload(); return; }
    document.title = fresh.title;
    glow(keep(() => {
      const changed = patch(fresh.body);
      if (changed.size) { document.dispatchEvent(new Event("parcours:patched")); }
      return changed;
    }));
    if (now.styles !== styles) { styles = now.styles; restyle(null); }
  };
  const ask = async () => {
    const answer = await fetch(location.pathname, { cache: "no-store", headers: { "If-None-Match": `"${tag}"` } });
    const now = (answer.headers.get("etag") || "").replaceAll('"', "");
    if (answer.status === 304 || now === tag) { return; }
    tag = now;
    show(await answer.text());
  };
  /* One look at a time; what happens meanwhile needs one more. */
  const look = () => {
    again = true;
    looking = looking || (async () => {
      while (again) { again = false; await ask(); }
    })().catch(() => { /* the server is gone; its next word brings us back */ }).finally(() => { looking = null; });
  };

  /* ---- Style sheets: the new one stands beside the old one until it is read, so nothing is ever bare; one that does not
     come changes nothing, and one that was overtaken while it was on its way is not waited for ---- */
  const coming = new WeakMap(), once = { once: true };
  const swap = (link, version) => {
    const stand = link.cloneNode(), address = link.getAttribute("href").split("?")[0] + "?" + version, overtaken = coming.get(link);
    if (overtaken) { overtaken.remove(); }
    coming.set(link, stand);
    stand.dataset.stand = "";
    stand.href = address;
    stand.addEventListener("error", () => stand.remove(), once);
    stand.addEventListener("load", () => {
      coming.delete(link);
      link.addEventListener("load", () => stand.remove(), once);
      link.href = address;
    }, once);
    link.after(stand);
  };
  const restyle = (changed) => {
    document.querySelectorAll('link[rel="stylesheet"]:not([data-stand])').forEach((link) => {
      const address = addressOf(new URL(link.href).pathname);
      if (!address.startsWith("_parcours/") && (!changed || changed.has(address))) { swap(link, styles); }
    });
  };

  /* ---- Pictures ---- */
  const PICTURES = [["img", "src"], ["source", "src"], ["video", "src"], ["video", "poster"], ["image", "href"]];
  const repaint = (version, changed) => PICTURES.forEach(([name, attribute]) => {
    document.querySelectorAll(`${name}[${attribute}]`).forEach((one) => {
      const url = new URL(one.getAttribute(attribute), location.href);
      if (url.origin !== location.origin || !changed.has(addressOf(url.pathname))) { return; }
      url.search = version;
      one.setAttribute(attribute, url.href);
      if (one.parentNode.load) { one.parentNode.load(); }
    });
  });

  const tell = () => findings().then((now) => { known = now; }, () => { /* the server is gone */ });
  const hear = ({ kind, data }) => {
    const news = JSON.parse(data), changed = new Set(news.changed), files = news.changed.filter((one) => one.startsWith("theme/"));
    if (files.length) {
      styles = news.styles;
      restyle(files.every((one) => one.endsWith(".css")) ? changed : null);
    }
    repaint(news.build, changed);
    if (kind === "hello" || files.length || changed.has(here())) { look(); }
    if (news.told !== known) { tell(); }
  };

  /* ---- One connection a browser: the tab that holds the lock listens and passes on what it hears ---- */
  const listen = (pass) => {
    const events = new EventSource(STREAM);
    ["message", "hello"].forEach((kind) => events.addEventListener(kind, ({ data }) => { pass({ kind, data }); hear({ kind, data }); }));
  };
  if (navigator.locks && window.BroadcastChannel) {
    const channel = new BroadcastChannel("parcours");
    channel.addEventListener("message", (event) => hear(event.data));
    navigator.locks.request("parcours", () => new Promise(() => listen((heard) => channel.postMessage(heard))));
  } else { listen(() => {}); }
  addEventListener("pageshow", (event) => { if (event.persisted) { look(); } });
  document.addEventListener("visibilitychange", () => { if (!document.hidden) { look(); } });
  tell();
  look();
})();
