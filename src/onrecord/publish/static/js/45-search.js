// Search as it is typed: the same page is asked for, and its results put in the place of those there are. The address
// says what is asked, so that it can be kept and sent. Without this the form is sent as any form is.
(() => {
  const form = document.querySelector("form[data-instant]");
  const found = form && document.querySelector(form.dataset.instant);
  if (!found) return;
  const WAIT = 180; // milliseconds without another letter
  let asked = new URLSearchParams(new FormData(form)).toString();
  let waiting = 0;
  let running = null;

  const address = () => {
    const fields = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (value) fields.append(name, value);
    const rest = fields.toString();
    return form.action + (rest ? "?" + rest : "");
  };

  const show = async () => {
    const now = new URLSearchParams(new FormData(form)).toString();
    if (now === asked) return;
    asked = now;
    if (running) running.abort();
    running = new AbortController();
    const where = address();
    try {
      const answer = await fetch(where, { signal: running.signal, headers: { "x-typing": "1" } });
      if (!answer.ok) return;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = page.querySelector(form.dataset.instant);
      if (!fresh) return;
      const count = found.querySelector(".count");
      const told = fresh.querySelector(".count");
      // The line that is read aloud stays the same element: a new one would not be.
      if (count && told) {
        count.textContent = told.textContent;
        told.replaceWith(count);
      }
      found.replaceChildren(...fresh.childNodes);
      document.title = page.title;
      history.replaceState(null, "", where);
    } catch (error) {
      if (error.name !== "AbortError") asked = "";
    }
  };

  const soon = (wait) => {
    clearTimeout(waiting);
    waiting = setTimeout(show, wait);
  };
  form.addEventListener("input", () => soon(WAIT));
  form.addEventListener("change", () => soon(0));
})();
