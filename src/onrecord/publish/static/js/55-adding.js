// Adding: a button says that it is at it, and the line about what is worked at keeps up by itself.
(() => {
  const EVERY = 1500;
  const MOST = 1200; // half an hour; whoever waits longer loads the page

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || !form.dataset.waits || event.defaultPrevented) return;
    const button = event.submitter || form.querySelector("button[type=submit]");
    if (!button || button.getAttribute("aria-busy") === "true") {
      event.preventDefault();
      return;
    }
    // Its value is sent with the form, so it must not be disabled.
    button.setAttribute("aria-busy", "true");
    button.dataset.said = button.textContent;
    button.textContent = form.dataset.waits;
  });

  // A page that comes back from the browser's memory waits for nothing.
  window.addEventListener("pageshow", () => {
    for (const button of document.querySelectorAll("button[aria-busy=true][data-said]")) {
      button.removeAttribute("aria-busy");
      button.textContent = button.dataset.said;
    }
  });

  const line = document.querySelector("[data-work]");
  if (!line || line.dataset.work !== "busy" || document.querySelector("meta[http-equiv=refresh]")) return;
  let asked = 0;
  const again = () => window.setTimeout(look, EVERY);

  async function look() {
    if (document.hidden) return void again();
    asked += 1;
    try {
      const answer = await fetch(line.dataset.at, { headers: { accept: "text/html" } });
      if (!answer.ok) return;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = page.querySelector("[data-work]");
      if (!fresh) return;
      if (fresh.textContent !== line.textContent) line.replaceChildren(...fresh.childNodes);
      if (fresh.dataset.work === "busy" && asked < MOST) return void again();
      if (fresh.dataset.work !== "busy") {
        const over = document.createElement("p");
        const link = document.createElement("a");
        link.href = window.location.href;
        link.textContent = "Done. Load this page again";
        over.append(link);
        line.replaceChildren(over);
      }
    } catch {
      again();
    }
  }
  again();
})();
