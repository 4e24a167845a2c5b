// Buttons that copy the citation, and the brief, ready to paste. Without this the one is marked and the other is a file.
(() => {
  "use strict";
  if (!navigator.clipboard) return;

  const offer = (after, words, text) => {
    const line = document.createElement("span");
    const button = document.createElement("button");
    const told = document.createElement("span");
    line.className = "copying";
    button.type = "button";
    button.className = "copy";
    button.textContent = words;
    told.className = "meta";
    told.setAttribute("role", "status");
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(await text());
        told.textContent = " copied";
      } catch {
        told.textContent = " not copied: take the text or the file itself";
      }
    });
    line.append(button, told);
    after.after(line);
  };

  const fetched = async (address) => {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(String(answer.status));
    return answer.text();
  };

  const offers = () => {
    for (const one of document.querySelectorAll(".take-away:not(:has(.copy))")) {
      const cite = one.querySelector(".cite");
      const brief = one.querySelector("a[href*='.markdown']");
      if (cite) offer(cite, "Copy", async () => cite.textContent.trim());
      if (brief) offer(brief, "Copy it", () => fetched(brief.href));
    }
  };

  offers();
  document.body.addEventListener("htmx:afterSwap", offers);
})();
