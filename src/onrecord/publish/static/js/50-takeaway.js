// A button that copies the citation. Without this it is marked and copied as any text is.
(() => {
  "use strict";
  if (!navigator.clipboard) return;
  for (const cite of document.querySelectorAll(".take-away .cite")) {
    const button = document.createElement("button");
    const told = document.createElement("span");
    button.type = "button";
    button.className = "copy";
    button.textContent = "Copy";
    told.className = "meta";
    told.setAttribute("role", "status");
    button.addEventListener("click", () => {
      navigator.clipboard.writeText(cite.textContent.trim()).then(
        () => { told.textContent = " copied"; },
        () => { told.textContent = " not copied: mark the text and copy it"; },
      );
    });
    const line = document.createElement("p");
    line.append(button, told);
    cite.after(line);
  }
})();
