// @ts-check
/* What a reader marks: a shortlist, and up to four applications to compare. The buttons on cards and entries, the tray,
   and the number in the menu.

   Owns what is kept under `shortlist` and `compare`: lists of slugs, and for the tray each one's name and logo. */

/** @typedef {{slug: string, name: string, logo: string}} Mark  `logo`: the picture's path from the site's root, or "" */

const apsMarks = (() => {
  "use strict";

  const {root, make, button, say, address, kept, keep} = apsPage;
  const MOST = 4;
  /** @type {(() => void)[]} */
  const listeners = [];
  let lasting = true;

  /** @param {"shortlist" | "compare"} list @returns {Mark[]} */
  function stored(list) {
    const held = kept(list);
    return Array.isArray(held) ? held.filter((mark) => typeof mark?.slug === "string" && /^[a-z0-9-]+$/.test(mark.slug)) : [];
  }

  const lists = {shortlist: stored("shortlist"), compare: stored("compare")};

  /** @param {"shortlist" | "compare"} list */
  const marked = (list) => lists[list];

  /** @param {"shortlist" | "compare"} list @param {Mark[]} marks */
  function put(list, marks) {
    lists[list] = marks;
    lasting = keep(list, marks);
    refresh();
  }

  /** @param {"shortlist" | "compare"} list @param {string} slug */
  const has = (list, slug) => marked(list).some((mark) => mark.slug === slug);

  /** @param {"shortlist" | "compare"} list @param {Mark} mark */
  function toggle(list, mark) {
    const marks = marked(list);
    const others = marks.filter(({slug}) => slug !== mark.slug);
    if (others.length < marks.length) put(list, others);
    else if (list === "shortlist" || marks.length < MOST) put(list, [...marks, mark]);
  }

  /** The address of a list, in the order in which it was made.
   * @param {string} page @param {string[]} slugs */
  const link = (page, slugs) => `${address(`${page}/`)}?list=${slugs.join(",")}`;

  /** The two buttons of an entry.
   * @param {Mark} mark */
  function buttons(mark) {
    const made = [["compare", "scales", say("Compare {name}", {name: mark.name})], ["shortlist", "bookmark", say("Shortlist {name}", {name: mark.name})]].map(([list, icon, words]) => {
      const node = button(icon, words, () => { if (node.getAttribute("aria-disabled") !== "true") toggle(/** @type {"shortlist" | "compare"} */ (list), mark); }, "icon-btn");
      node.dataset.list = list;
      node.dataset.slug = mark.slug;
      press(node);
      return node;
    });
    return make("div", {class: "marks"}, ...made);
  }

  /** @param {Element} card @returns {Mark | null} */
  function markOf(card) {
    const named = card.querySelector("h3 a, h1");
    const slug = card instanceof HTMLElement && card.dataset.slug || /\/([a-z0-9-]+)\/(?:index\.html)?$/.exec(named?.getAttribute("href") ?? "")?.[1];
    if (!named || !slug) return null;
    const src = card.querySelector("img")?.src ?? "";
    return {slug, name: named.textContent ?? slug, logo: src.startsWith(root) ? src.slice(root.length) : ""};
  }

  /** Give the cards inside their buttons.
   * @param {ParentNode} inside */
  function decorate(inside) {
    for (const card of inside.querySelectorAll(".card:not(:has(> .marks))")) {
      const mark = markOf(card);
      if (mark) card.append(buttons(mark));
    }
  }

  /** Show on a button whether it is on; a fifth application cannot be compared.
   * @param {HTMLElement} node */
  function press(node) {
    const list = /** @type {"shortlist" | "compare"} */ (node.dataset.list);
    const pressed = has(list, node.dataset.slug ?? "");
    node.setAttribute("aria-pressed", String(pressed));
    if (list === "compare" && !pressed && lists.compare.length >= MOST) node.setAttribute("aria-disabled", "true"); else node.removeAttribute("aria-disabled");
  }

  /** The tray of what is compared, at the foot of the screen. */
  function tray() {
    document.querySelector(".tray")?.remove();
    const marks = marked("compare");
    document.body.classList.toggle("with-tray", marks.length > 0 && !document.getElementById("compare"));
    if (!marks.length || document.getElementById("compare")) return;
    const slots = marks.map((mark) => make("li", {}, apsCards.logo(mark.name, mark.logo, " tiny"), make("span", {class: "lbl"}, mark.name),
      button("close", say("Take {name} out", {name: mark.name}), () => toggle("compare", mark), "icon-btn")));
    if (marks.length < MOST) slots.push(make("li", {class: "free"}, say(marks.length === 1 ? "one more to compare" : "room for one more")));
    document.body.append(make("section", {class: "tray aps", "aria-label": say("Compare")}, make("span", {class: "tray-name"}, say("Compare")),
      make("ul", {class: "slots"}, ...slots), lasting ? null : make("span", {class: "small muted"}, say("Kept until this page is closed")),
      button("", say("Clear"), () => put("compare", []), "btn quiet"),
      marks.length > 1 ? make("a", {class: "btn primary", href: link("compare", marks.map(({slug}) => slug))}, say("Compare {n}", {n: marks.length})) : null));
  }

  /** The number beside the shortlist in every menu. */
  function tally() {
    const {length} = marked("shortlist");
    for (const entry of document.querySelectorAll(`a[href$="shortlist/${apsPage.leaf}"]:is(.aps-tabs a, .aps-nav a)`)) {
      entry.querySelector(".held")?.remove();
      if (length) entry.append(make("span", {class: "held"}, ` (${apsPage.number(length)})`));
    }
  }

  function refresh() {
    for (const node of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".marks [data-list]"))) press(node);
    tray();
    tally();
    for (const listener of listeners) listener();
  }

  const hero = document.querySelector(".e-hero[data-slug]");
  const own = hero && markOf(hero);
  if (hero && own) for (const place of document.querySelectorAll(".e-acts, .foot-act")) place.append(buttons(own));
  // Where a search is about to take the place of the cards, it gives its own their buttons.
  if (!document.getElementById("browse") || !location.search) decorate(document);
  refresh();
  window.addEventListener("storage", () => {
    Object.assign(lists, {shortlist: stored("shortlist"), compare: stored("compare")});
    refresh();
  });

  return {marked, put, has, toggle, link, decorate, isLasting: () => lasting, changed: (/** @type {() => void} */ listener) => listeners.push(listener)};
})();
