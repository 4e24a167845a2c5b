/* Keys of the desk, for editors: each does what a link or a button on the page does, marked data-key. They are single
   letters, so they can be switched off (WCAG 2.1.4) and never fire in a field or with a modifier. */
(() => {
  const list = document.getElementById("keys");
  if (!list) return;
  const ITEMS = "[data-item], article.entry, .quotation, li.note";
  const KEPT = "onrecord-keys";
  const FIELDS = "input, textarea, select, [contenteditable]";
  let at = null;
  let place = -1; // of what one is at, or was before it was done and went

  const remembered = () => { try { return localStorage.getItem(KEPT); } catch { return null; } };
  const remember = (word) => { try { localStorage.setItem(KEPT, word); } catch { /* nothing is kept: on again next time */ } };
  let on = remembered() !== "off";
  const box = document.getElementById("keys-on");
  document.documentElement.classList.add("with-script");
  if (box) {
    box.checked = on;
    box.addEventListener("change", () => { on = box.checked; remember(on ? "on" : "off"); });
  }

  /* What is folded away has boxes all the same, and must not be judged unseen. */
  const items = () => [...document.querySelectorAll("#main :is(" + ITEMS + ")")]
    .filter((one) => one.getClientRects().length && !one.closest("details:not([open])") && !one.parentElement.closest("[data-item], article.entry"));

  const go = (step) => {
    const all = items();
    if (!all.length) return;
    const here = at && all.includes(at);
    const to = here ? all.indexOf(at) + step : place < 0 ? (step > 0 ? 0 : all.length - 1) : step > 0 ? place : place - 1;
    place = Math.min(all.length - 1, Math.max(0, to));
    const next = all[place];
    if (at) at.classList.remove("at-this");
    at = next;
    at.classList.add("at-this");
    if (!at.hasAttribute("tabindex")) at.setAttribute("tabindex", "-1");
    at.focus({ preventScroll: true });
    at.scrollIntoView({ block: "center" });
  };

  /* What a key is for: in the item one is at (or just behind it, where a quotation's offers are), else on the page. */
  const offered = (key) => {
    const one = "[data-key='" + key + "']";
    const beside = at && at.isConnected && at.nextElementSibling;
    return (at && at.isConnected && at.querySelector(one))
      || (beside && beside.matches(".review-here") && beside.querySelector(one))
      || (key === "u" || key === "m" ? document.querySelector("#main .notice " + one) || document.querySelector("#main " + one) : null);
  };

  const press = (key) => {
    const found = offered(key);
    if (found) found.click();
    return Boolean(found);
  };

  /* The stance is among what can be corrected: its form is opened and the first choice taken up. */
  const stance = () => {
    const open = () => {
      const near = at && (at.querySelector(".forms") || (at.nextElementSibling && at.nextElementSibling.querySelector(".forms")));
      const choice = near && near.querySelector("input[name='stance']");
      if (!choice) return false;
      choice.closest("details").open = true;
      (choice.form.querySelector("input[name='stance']:checked") || choice).focus();
      return true;
    };
    if (open() || !press("s")) return;
    document.body.addEventListener("htmx:afterSettle", open, { once: true });
  };

  const open = () => {
    const link = at && at.isConnected && (at.querySelector("a.open, h2 a, h3 a, .place a, a[href]"));
    if (!link || document.activeElement !== at) return false;
    link.click();
    return true;
  };

  const keys = {
    j: () => go(1), k: () => go(-1), c: () => press("c"), s: () => press("s"), t: stance, m: () => press("m"),
    n: () => press("n"), u: () => press("u"),
    "/": () => { const field = document.getElementById("q"); if (field) field.focus(); return Boolean(field); },
    "?": () => { list.open = !list.open; if (list.open) { list.scrollIntoView({ block: "nearest" }); list.querySelector("summary").focus(); } },
  };

  document.addEventListener("keydown", (event) => {
    if (!on || event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target instanceof Element && event.target.closest(FIELDS)) return;
    if (event.key === "Enter") { if (open()) event.preventDefault(); return; }
    const does = Object.hasOwn(keys, event.key) ? keys[event.key] : null;
    if (does && does() !== false) event.preventDefault();
  });

  /* What opens in place is gone on with there. */
  document.body.addEventListener("htmx:afterSettle", (event) => {
    const opened = event.detail.target;
    const first = opened && opened.classList.contains("correct-here") && opened.querySelector("summary");
    if (first) first.focus({ preventScroll: true });
  });

  /* After a form was done in place: to what it says, so that who listens hears it, and back to where one was. */
  document.body.addEventListener("htmx:afterSwap", (event) => {
    if (!event.detail.target || event.detail.target.id !== "main") return;
    at = null;
    const notice = document.getElementById("notice");
    if (notice) notice.focus({ preventScroll: true });
  });
})();
