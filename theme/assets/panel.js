// @ts-check
/* The filter panel of `/apps/`: its links become boxes to tick, counts follow what is chosen, long facets get a field to
   search in, and on a narrow screen the panel opens as a dialog.

   Owns the panel's nodes. Refuses the state: what a box asks for is told to browse.js. */

/** @typedef {{toggle: (param: string, value: string) => void, href: (param: string, value: string) => string, ready: () => void}} Asked */

const apsPanel = (() => {
  "use strict";

  const {first, make, button, isPlain, say, number, counted} = apsPage;
  const {PARAMS} = apsSearch;
  const MOST = 20;
  const FIND = ".facet-find input";

  /** A value as readers know it.
   * @param {Facets} facets @param {string} param @param {string} value */
  function nameOf(facets, param, value) {
    if (value === "not-stated") return say(({model: "Model not stated", region: "Regions not stated"})[param] ?? "Material not stated");
    return facets.vocab[param].find(([id]) => id === value)?.[1] ?? value;
  }

  /** @param {HTMLElement} browse @param {Asked} asked */
  function create(browse, asked) {
    const panel = first(browse, ".facets");
    const opener = first(browse, ".filters-open");
    const drawer = /** @type {HTMLDialogElement} */ (make("dialog", {class: "drawer aps", "aria-label": say("Filters")}));
    const done = button("", "", () => drawer.close(), "btn primary large");
    /** @type {{facets: Facets, state: State, counts: Counts} | undefined} */
    let latest;

    const boxes = () => /** @type {HTMLElement[]} */ ([...panel.querySelectorAll(".opt[data-filter]")]);

    /** @param {HTMLElement} box */
    function filterOf(box) {
      const [[param, value]] = new URLSearchParams(box.dataset.filter);
      return {param, value};
    }

    /** A link or a plain text of the page as a box.
     * @param {HTMLElement} box */
    function live(box) {
      box.setAttribute("role", "checkbox");
      box.setAttribute("aria-checked", "false");
      if (!(box instanceof HTMLAnchorElement)) box.setAttribute("aria-disabled", "true");
      return box;
    }

    /** A click or the space bar on any of the boxes.
     * @param {MouseEvent | KeyboardEvent} event */
    function press(event) {
      const box = /** @type {Element} */ (event.target).closest("a.opt");
      const meant = event instanceof KeyboardEvent ? event.key === " " : isPlain(event);
      if (!(box instanceof HTMLElement) || !meant) return;
      event.preventDefault();
      const {param, value} = filterOf(box);
      asked.toggle(param, value);
    }

    /** @param {HTMLElement} box @param {boolean} on @param {string} count */
    function mark(box, on, count) {
      first(box, ".n").textContent = count;
      box.classList.toggle("off", count === "0" && !on);
      box.setAttribute("aria-checked", String(on));
    }

    /** A box for a value that the page does not hold, such as a country.
     * @param {string} param @param {string} value */
    function extra(param, value) {
      if (!latest) return null;
      const {facets, state, counts} = latest;
      const box = live(make("a", {class: "opt", href: asked.href(param, value), "data-filter": `${param}=${value}`},
        make("span", {class: "lbl"}, nameOf(facets, param, value)), make("span", {class: "n"})));
      mark(box, state.on[param].includes(value), number(counts.of[param].get(value) ?? 0));
      return make("li", {}, box);
    }

    /** What is typed in a facet's field narrows its values.
     * @param {HTMLElement} facet */
    function search(facet) {
      const param = facet.dataset.facet ?? "";
      const words = apsTerms.fold(first(facet, FIND) instanceof HTMLInputElement ? /** @type {HTMLInputElement} */ (first(facet, FIND)).value.trim() : "");
      facet.querySelector(".found")?.remove();
      facet.classList.toggle("searching", Boolean(words && latest));
      if (words && !latest) asked.ready();
      if (!words || !latest) return;
      const {counts, facets} = latest;
      const fits = facets.vocab[param].filter(([, name]) => apsTerms.fold(name).includes(words));
      const early = (/** @type {string} */ name) => apsTerms.fold(name).startsWith(words) ? 0 : 1;
      fits.sort(([a, one], [b, other]) => early(one) - early(other) || (counts.of[param].get(b) ?? 0) - (counts.of[param].get(a) ?? 0));
      const shown = fits.slice(0, MOST).map(([value]) => extra(param, value));
      const more = fits.length - shown.length;
      const none = make("li", {class: "small muted"}, more ? say("and {n} more", {n: more}) : say("No value is called so"));
      first(facet, ".facet-find").after(make("ul", {class: "found"}, ...shown, shown.length && !more ? null : none));
    }

    /** What is on but has no box in the panel.
     * @param {HTMLElement} facet @param {string[]} on */
    function picked(facet, on) {
      const param = facet.dataset.facet ?? "";
      facet.querySelector(".picked")?.remove();
      const held = new Set(boxes().filter((box) => !box.closest(".found")).map((box) => box.dataset.filter));
      const missing = on.filter((value) => !held.has(`${param}=${value}`)).map((value) => extra(param, value));
      if (missing.length) (facet.querySelector(".facet-find") ?? first(facet, "summary")).after(make("ul", {class: "picked"}, ...missing));
    }

    /** Counts that ignore their own facet's selection.
     * @param {Facets} facets @param {State} state @param {Found} found @param {Counts} counts */
    function show(facets, state, found, counts) {
      latest = {facets, state, counts};
      const known = (/** @type {string} */ param) => (state.on[param] ?? []).filter((value) => !found.unknown.includes(value));
      for (const box of boxes()) {
        const {param, value} = filterOf(box);
        mark(box, state.on[param].includes(value), number(counts.of[param].get(value) ?? 0));
      }
      for (const facet of /** @type {NodeListOf<HTMLElement>} */ (panel.querySelectorAll(".facet"))) {
        const on = known(facet.dataset.facet ?? "");
        heading(facet, on.length);
        picked(facet, on);
        if (facet.querySelector(FIND)) search(facet);
      }
      total(PARAMS.reduce((sum, param) => sum + known(param).length, 0), found.ids.length);
    }

    /** @param {HTMLElement} facet @param {number} on */
    function heading(facet, on) {
      facet.querySelector(".on")?.remove();
      if (on) first(facet, "summary .i").before(make("span", {class: "on"}, number(on), make("span", {class: "sr"}, ` ${say("chosen")}`)));
    }

    /** @param {number} on @param {number} results */
    function total(on, results) {
      opener.lastChild?.replaceWith(on ? say("Filters ({n})", {n: on}) : say("Filters"));
      done.textContent = counted(results, "Show {n} result", "Show {n} results");
    }

    function openDrawer() {
      const place = document.createComment("panel");
      panel.replaceWith(place);
      drawer.replaceChildren(panel, make("div", {class: "drawer-foot"}, done));
      drawer.addEventListener("close", () => place.replaceWith(panel), {once: true});
      drawer.showModal();
    }

    panel.removeAttribute("popover");
    browse.append(drawer);
    opener.removeAttribute("popovertarget");
    opener.addEventListener("click", openDrawer);
    const closer = first(panel, ".filters-head button");
    closer.removeAttribute("popovertarget");
    closer.addEventListener("click", () => drawer.close());
    drawer.addEventListener("click", (event) => { if (event.target === drawer) drawer.close(); });
    boxes().forEach(live);
    panel.addEventListener("click", press);
    panel.addEventListener("keydown", press);
    for (const facet of /** @type {NodeListOf<HTMLElement>} */ (panel.querySelectorAll(".facet"))) facet.querySelector(FIND)?.addEventListener("input", () => search(facet));
    panel.classList.add("live");

    return {show};
  }

  return {create, nameOf};
})();
