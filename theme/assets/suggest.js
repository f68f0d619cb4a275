// @ts-check
/* The search fields of the header and of the front page answer while one types: the first few applications, and the way to all.

   Without this script, or before it has loaded, the fields are plain forms that ask `/apps/`. The engine and its files
   are fetched when a field is first used. */
(() => {
  "use strict";

  const {make, say, asset, address, indexed} = apsPage;
  const FIRST = 6;
  /** @type {ReturnType<typeof apsSearch.create> | undefined} */
  let engine;

  async function ready() {
    if (typeof apsSearch === "undefined") await asset("engine");
    engine ??= apsSearch.create(indexed);
    return engine;
  }

  /** @param {HTMLFormElement} form @param {HTMLInputElement} field @param {string} id */
  function attend(form, field, id) {
    const list = make("div", {class: "suggest", id, role: "listbox", "aria-label": say("Applications"), hidden: ""});
    let [turn, chosen] = [0, -1];
    form.append(list);
    for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-controls", id], ["aria-expanded", "false"]]) field.setAttribute(name, value);

    /** @param {HTMLElement[]} options */
    function open(options) {
      list.replaceChildren(...options);
      list.hidden = !options.length;
      chosen = -1;
      field.setAttribute("aria-expanded", String(options.length > 0));
      field.removeAttribute("aria-activedescendant");
    }

    /** @param {number} step */
    function move(step) {
      const options = /** @type {HTMLElement[]} */ ([...list.children]);
      if (!options.length) return;
      chosen = (chosen + step + options.length + (chosen < 0 && step < 0 ? 1 : 0)) % options.length;
      options.forEach((option, at) => option.setAttribute("aria-selected", String(at === chosen)));
      field.setAttribute("aria-activedescendant", options[chosen].id);
    }

    async function answer() {
      const mine = ++turn;
      const q = field.value.trim();
      if (!q) return open([]);
      try {
        const asked = await ready();
        const {ids} = await asked.find({q, sort: "", n: FIRST, on: {}});
        const [cards, {vocab}] = await Promise.all([asked.cards(ids.slice(0, FIRST)), asked.manifest()]);
        if (mine !== turn) return;
        const option = (/** @type {string} */ href, /** @type {(Node | string | null)[]} */ ...inside) =>
          make("a", {role: "option", "aria-selected": "false", href, tabindex: "-1"}, ...inside);
        const shown = cards.map(([slug, name, vendor, , type, , , , , paths, , language]) => option(address(`apps/${slug}/`), apsCards.logo(name, paths, " tiny"),
          make("span", {class: "lbl"}, apsCards.apart(name, language, 0), make("small", {class: "muted"}, apsCards.apart(vendor, language, 1))),
          make("span", {class: `type ${vocab.type[type][0]}`}, vocab.type[type][1])));
        const every = ids.length > cards.length ? say("All {n} results", {n: ids.length}) : ids.length ? say("Show in the list") : say("Nothing found; search everything");
        open([...shown, option(`${address("apps/")}?q=${encodeURIComponent(q)}`, make("i", {class: "i s i-search"}), every)].map((node, at) => Object.assign(node, {id: `${id}-${at}`})));
      } catch {
        open([]);
      }
    }

    field.addEventListener("focus", () => void ready().then((asked) => asked.manifest()).catch(() => undefined), {once: true});
    field.addEventListener("input", () => void answer());
    field.addEventListener("keydown", (event) => {
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        if (list.hidden) void answer(); else move(event.key === "ArrowDown" ? 1 : -1);
      } else if (event.key === "Escape" && !list.hidden) {
        event.preventDefault();
        open([]);
      } else if (event.key === "Enter" && chosen >= 0) {
        event.preventDefault();
        /** @type {HTMLElement} */ (list.children[chosen]).click();
      }
    });
    form.addEventListener("focusout", (event) => { if (!form.contains(/** @type {Node | null} */ (event.relatedTarget))) open([]); });
    list.addEventListener("pointerdown", (event) => event.preventDefault());
  }

  const forms = /** @type {NodeListOf<HTMLFormElement>} */ (document.querySelectorAll("form[role=search]"));
  forms.forEach((form, at) => {
    const field = form.querySelector("input");
    if (field && field.id !== "q") attend(form, field, `suggest-${at}`);
  });
  document.addEventListener("keydown", (event) => {
    const typing = /** @type {HTMLElement} */ (event.target).closest("input, textarea, select, [contenteditable]");
    if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    const fields = /** @type {HTMLInputElement[]} */ ([...document.querySelectorAll("form[role=search] input")]);
    const field = fields.find((one) => one.offsetParent);
    if (!field) return;
    event.preventDefault();
    field.select();
  });
})();
