"use strict";
// Makes the columns sortable; without it the table stands in the order of the run.
(() => {
  const table = document.querySelector("table[data-sort]");
  if (!table) return;
  const body = table.tBodies[0];
  const order = new Intl.Collator(document.documentElement.lang, { numeric: true });
  table.querySelectorAll("thead th").forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.title = table.dataset.sort.replace("{column}", head.textContent);
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      // Counts are first sorted from the largest, since that is where the work is.
      const descending = head.ariaSort ? head.ariaSort === "ascending" : head.classList.contains("number");
      table.querySelectorAll("thead th").forEach((other) => other.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", descending ? "descending" : "ascending");
      const key = (row) => row.cells[column].dataset.key;
      const rows = Array.from(body.rows).sort((a, b) => order.compare(key(a), key(b)));
      body.append(...(descending ? rows.reverse() : rows));
    });
  });
})();
