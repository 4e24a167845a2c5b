// A statement in the text and its note light up together; where the note is out of sight, a card says what it says.
// Everything that a card shows is in the note: without this script the numbers lead there and back.
(() => {
  "use strict";
  const text = document.querySelector(".story-text");
  if (!text) return;
  const WAIT = 160; // milliseconds in which the pointer may travel from a mark to its card
  let card = null;
  let shown = "";
  let leaving = 0;

  const statementOf = (place) => {
    const mark = place.closest("mark[data-s]");
    if (mark) return mark.dataset.s;
    const ref = place.closest("a.ref");
    if (ref) return ref.hash.slice(3);
    const note = place.closest(".note");
    return note ? note.id.slice(2) : "";
  };
  const placesOf = (id) => [
    ...text.querySelectorAll(`mark[data-s="${CSS.escape(id)}"], a.ref[href="#n-${CSS.escape(id)}"]`),
    document.getElementById(`n-${id}`),
  ].filter(Boolean);
  const inSight = (one) => {
    const box = one.getBoundingClientRect();
    return box.top >= 0 && box.bottom <= window.innerHeight;
  };

  const hide = () => {
    clearTimeout(leaving);
    if (shown) placesOf(shown).forEach((one) => one.classList.remove("lit"));
    if (card) card.remove();
    card = null;
    shown = "";
  };
  const hideSoon = () => {
    clearTimeout(leaving);
    leaving = setTimeout(hide, WAIT);
  };

  const cardOf = (note) => {
    const made = document.createElement("div");
    made.className = `card ${[...note.classList].filter((one) => one.startsWith("s-")).join(" ")}`;
    for (const part of note.children) {
      if (part.matches(".number, .review-here, form")) continue;
      const copy = part.cloneNode(true);
      copy.classList.remove("unseen");
      for (const one of [copy, ...copy.querySelectorAll("*")]) {
        one.removeAttribute("id");
        one.removeAttribute("tabindex");
        if (one.matches("a")) one.tabIndex = -1; // by keyboard, the note itself is a step away
      }
      made.append(copy);
    }
    made.addEventListener("pointerenter", () => clearTimeout(leaving));
    made.addEventListener("pointerleave", hideSoon);
    return made;
  };
  const place = (made, by) => {
    const box = by.getClientRects()[0] || by.getBoundingClientRect();
    document.body.append(made);
    const left = Math.min(Math.max(12, box.left), document.documentElement.clientWidth - made.offsetWidth - 12);
    const below = box.bottom + 8;
    const above = box.top - made.offsetHeight - 8;
    const top = below + made.offsetHeight > window.innerHeight && above > 0 ? above : below;
    made.style.left = `${left + window.scrollX}px`;
    made.style.top = `${top + window.scrollY}px`;
  };

  const show = (from) => {
    const id = statementOf(from);
    clearTimeout(leaving);
    if (id === shown) return;
    hide();
    if (!id) return;
    shown = id;
    const places = placesOf(id);
    places.forEach((one) => one.classList.add("lit"));
    const note = document.getElementById(`n-${id}`);
    if (!note || from.closest(".note") || inSight(note)) return;
    card = cardOf(note);
    place(card, from.closest("mark, a.ref") || from);
  };

  text.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch") return;
    if (statementOf(event.target)) show(event.target);
    else if (shown) hideSoon();
  });
  text.addEventListener("pointerleave", hideSoon);
  text.addEventListener("focusin", (event) => show(event.target));
  text.addEventListener("focusout", hideSoon);
  text.addEventListener("click", (event) => {
    const mark = event.target.closest("mark[data-s]");
    if (mark && !event.target.closest("a")) show(mark);
  });
  document.addEventListener("scrollend", () => {
    const note = card && document.getElementById(`n-${shown}`);
    if (!note || !inSight(note)) return;
    card.remove(); // it was made while the page moved, and the note has come into sight
    card = null;
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
  });
  document.addEventListener("pointerdown", (event) => {
    if (shown && !event.target.closest(".card, .story-text")) hide();
  });
})();
