// @ts-check
/* `<aps-catalog>`: applications of this catalog on a page of somebody else's.

   `entry="harbor-sync"` shows one; `filter="type=webspace&region=DE"` shows what a list with that address shows, `max` of
   it. What stands inside the element is the fallback: it shows until the catalog answers, and where no script runs. Takes
   the same files as the catalog's own pages, sets no cookie, keeps nothing. */
(() => {
  "use strict";

  const own = /** @type {HTMLScriptElement} */ (document.currentScript);
  const assets = new URL(".", own.src).href;
  const MOST = 24;
  /** @type {Promise<void> | undefined} */
  let scripts;

  /** @param {string} name @returns {Promise<void>} */
  function script(name) {
    return new Promise((resolve, reject) => {
      const node = document.createElement("script");
      node.src = `${assets}${name}.js`;
      node.charset = "utf-8"; // The page around may be in another encoding.
      node.onload = () => resolve();
      node.onerror = () => reject(new Error(name));
      document.head.append(node);
    });
  }

  /* The scripts that this page lacks, one after the other, as they build on each other. */
  const needed = /** @type {[string, () => string][]} */ ([["page", () => typeof apsPage], ["cards", () => typeof apsCards],
    ["picks", () => typeof apsPicks], ["engine", () => typeof apsSearch]]);
  const ready = () => scripts ??= needed.reduce((before, [name, there]) => before.then(() => there() === "undefined" ? script(name) : undefined), Promise.resolve());

  /** @param {string} filter @param {number} most @returns {Promise<{cards: Card[], all: number, manifest: Manifest}>} */
  async function matching(filter, most) {
    const engine = apsSearch.create(apsPage.indexed);
    const asked = new URLSearchParams(filter);
    const on = Object.fromEntries(apsSearch.PARAMS.map((param) => [param, asked.getAll(param)]));
    const {ids} = await engine.find({q: asked.get("q") ?? "", sort: asked.get("sort") ?? "", n: most, on});
    return {cards: await engine.cards(ids.slice(0, most)), all: ids.length, manifest: await engine.manifest()};
  }

  class Embedded extends HTMLElement {
    static observedAttributes = ["entry", "filter", "max"];

    attributeChangedCallback() {
      if (this.isConnected) void this.show();
    }

    connectedCallback() {
      void this.show();
    }

    async show() {
      try {
        await ready();
        const entry = this.getAttribute("entry");
        const filter = this.getAttribute("filter") ?? "";
        const most = Math.min(Number(this.getAttribute("max")) || 6, MOST);
        if (entry) {
          const {manifest, picks} = await apsPicks.load([entry]);
          this.draw(manifest, picks.map(({card}) => card), "");
        } else {
          const {cards, all, manifest} = await matching(filter, most);
          this.draw(manifest, cards, all > cards.length ? filter : "");
        }
      } catch {
        // The fallback inside the element stays.
      }
    }

    /** @param {Manifest} manifest @param {Card[]} cards @param {string} more the filter of a list that has more */
    draw(manifest, cards, more) {
      if (!cards.length) return;
      const {make, say, address} = apsPage;
      const root = this.shadowRoot ?? this.attachShadow({mode: "open"});
      root.replaceChildren(make("link", {rel: "stylesheet", href: `${assets}embed.css`}),
        make("ul", {class: "cards"}, ...cards.map((card) => apsCards.card(manifest, card))),
        make("p", {class: "from"}, make("a", {href: more ? `${address("apps/")}?${more}` : address("apps/")}, say(more ? "All in the APS Catalog" : "More in the APS Catalog"))));
    }
  }

  if (!customElements.get("aps-catalog")) customElements.define("aps-catalog", Embedded);
})();
