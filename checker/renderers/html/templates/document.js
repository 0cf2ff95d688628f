"use strict";
// Everything here is comfort: without it the page shows the same text, cards and links.
(() => {
  if (!document.getElementById("tools")) return;  // nothing was found
  const all = (selector) => Array.from(document.querySelectorAll(selector));
  let found = null;
  const cards = () => (found ??= all(".card"));  // not before somebody asks: opening a long page stays quick
  const status = document.getElementById("status");
  const search = document.getElementById("search");
  const verdictOf = (card) => card.classList[1];
  let words = null;
  let current = -1;

  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const visible = (card) => !card.hidden;

  function sayShown() {
    const shown = cards().filter(visible).length;
    const text = shown ? status.dataset.shown : status.dataset.none;
    status.textContent = shown === cards().length ? "" : text.replace("{shown}", shown).replace("{all}", cards().length);
  }

  function filter() {
    const verdicts = new Set(all("#tools [name=verdict]:checked").map((box) => box.value));
    const wanted = fold(search.value.trim());
    if (wanted && !words) words = cards().map((card) => fold(card.textContent));
    const kept = new Set();
    cards().forEach((card, index) => {
      const keep = verdicts.has(verdictOf(card)) && (!wanted || words[index].includes(wanted));
      if (card.hidden === keep) card.hidden = !keep;
      if (keep) kept.add(card.parentElement);
    });
    for (const group of all(".right")) {
      group.hidden = !kept.has(group);
      if (wanted && kept.has(group)) group.open = true;
    }
    for (const mark of all("[data-text] mark")) mark.classList.toggle("muted", !verdicts.has(mark.classList[0]));
    sayShown();
  }

  function open(card) {
    for (let details = card.closest("details"); details; details = details.parentElement.closest("details")) details.open = true;
  }

  // On a long page heights are estimates until they come into view: the second look corrects the first.
  function reveal(card) {
    card.scrollIntoView({ block: "center" });
    if (document.documentElement.classList.contains("many")) requestAnimationFrame(() => requestAnimationFrame(() => card.scrollIntoView({ block: "center" })));
  }

  function show(card, link) {
    for (const mark of all("mark.current")) mark.classList.remove("current");
    for (const mark of all(`[data-text] mark a[href="#${CSS.escape(card.id)}"]`)) mark.parentElement.classList.add("current");
    current = cards().indexOf(card);
    open(card);
    if (!link) return;
    history.replaceState(null, "", `#${card.id}`);
    card.tabIndex = -1;
    card.focus({ preventScroll: true });
    reveal(card);
  }

  function step(direction) {
    const stops = (index) => visible(cards()[index]) && !cards()[index].closest(".right:not([open])");
    for (let index = current + direction; index >= 0 && index < cards().length; index += direction) {
      if (stops(index)) return show(cards()[index], true);
    }
  }

  function followAddress() {
    const card = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (card?.id === "corrections") card.open = true;
    if (!card || !card.classList.contains("card")) return;
    if (card.hidden) { all("#tools input[type=checkbox]").forEach((box) => { box.checked = true; }); search.value = ""; filter(); }
    show(card, false);
    reveal(card);
  }

  async function copy(button) {
    const text = button.dataset.copy ?? document.querySelector(`#${button.dataset.copyOf} pre`).textContent;
    try {
      await navigator.clipboard.writeText(text);
    } catch {  // no clipboard permission: the old way needs none
      const area = document.createElement("textarea");
      area.value = text;
      document.body.append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
      button.focus();
    }
    if (button.dataset.label) return;
    button.dataset.label = button.textContent;
    button.textContent = status.dataset.copied;
    status.textContent = `${status.dataset.copied}: ${text.split("\n")[0]}`;
    setTimeout(() => { button.textContent = button.dataset.label; delete button.dataset.label; }, 1500);
  }

  function copySuggestion() {
    const button = cards()[current]?.querySelector(".copy");
    if (button) copy(button);
  }

  function printChecklist() {
    document.body.classList.add("checklist-only");
    print();
  }

  const help = document.getElementById("keys");
  const keys = { j: () => step(1), k: () => step(-1), "/": () => search.focus(), c: copySuggestion, "?": () => help.showModal() };
  addEventListener("keydown", (event) => {
    const typing = event.target.matches("input[type=search]");
    if (help.open || !document.getElementById("keys-on").checked) return;
    if (typing && event.key === "Escape") event.target.blur();
    if (typing || event.ctrlKey || event.metaKey || event.altKey || !keys[event.key]) return;
    event.preventDefault();
    keys[event.key]();
  });
  addEventListener("hashchange", followAddress);
  addEventListener("beforeprint", () => all("details:not([open])").forEach((details) => {
    details.open = true;
    details.dataset.printed = "";
  }));
  addEventListener("afterprint", () => {
    document.body.classList.remove("checklist-only");
    all("details[data-printed]").forEach((details) => {
      details.open = false;
      delete details.dataset.printed;
    });
  });
  addEventListener("click", (event) => {
    const button = event.target.closest(".copy");
    if (button) copy(button);
  });
  document.getElementById("tools").addEventListener("change", filter);
  search.addEventListener("input", filter);
  document.getElementById("help").addEventListener("click", () => help.showModal());
  document.getElementById("print-checklist")?.addEventListener("click", printChecklist);
  document.getElementById("next").addEventListener("click", () => step(1));
  document.getElementById("previous").addEventListener("click", () => step(-1));
  if (all("#tools input:not(:checked)").length || search.value) filter();  // kept by the browser on reload
  followAddress();
})();
