/* Narrows a list of cards; what is chosen lives in the address, so that it can be sent. */
(() => {
  "use strict";
  const form = document.querySelector(".filters");
  if (!form) { return; }
  const selects = [...form.querySelectorAll("select")], cards = () => document.querySelectorAll("#cards > [data-keys]");
  const count = form.querySelector("output"), chosen = new URLSearchParams(location.search);

  const apply = () => {
    const wanted = selects.filter((select) => select.value).map((select) => select.name + ":" + select.value);
    let shown = 0;
    cards().forEach((card) => {
      const keys = card.dataset.keys.split(" ");
      card.hidden = !wanted.every((key) => keys.includes(key));
      shown += card.hidden ? 0 : 1;
    });
    count.textContent = shown === 1 ? count.dataset.one : count.dataset.other.replace("{count}", shown);
  };

  selects.forEach((select) => {
    const value = chosen.get(select.name);
    if ([...select.options].some((option) => option.value === value)) { select.value = value; }
    select.addEventListener("change", () => {
      const now = new URLSearchParams(location.search);
      if (select.value) { now.set(select.name, select.value); } else { now.delete(select.name); }
      history.replaceState(null, "", location.pathname + (String(now) && "?" + now) + location.hash);
      apply();
    });
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.hidden = false;
  apply();
  document.addEventListener("parcours:patched", apply);
})();
