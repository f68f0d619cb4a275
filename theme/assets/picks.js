// @ts-check
/* Entries that somebody picked, by slug: out of the address (`?list=a,b`), out of the index.

   Owns the reading of such a list and the table that it becomes. A slug that the catalog has no longer is told, and one
   that has moved leads to its entry. */

/** @typedef {{card: Card, facts: string[]}} Picked */

const apsPicks = (() => {
  "use strict";

  const {address, indexed, say} = apsPage;
  const MOST = 100;

  /** The slugs that the page's address names; null where it names none. */
  function asked() {
    const list = new URLSearchParams(location.search).get("list");
    return list === null ? null : [...new Set(list.split(",").filter((slug) => /^[a-z0-9-]{1,80}$/.test(slug)))].slice(0, MOST);
  }

  /** Which file holds a slug, as search_index.py places it.
   * @param {string} slug @param {number} places */
  function placeOf(slug, places) {
    let value = 0x811c9dc5;
    for (const letter of slug) value = Math.imul(value ^ letter.charCodeAt(0), 0x01000193) >>> 0;
    return value % places;
  }

  /** @param {string} slug @param {number} places @returns {Promise<Picked | null>} */
  async function one(slug, places) {
    if (!places) return null;
    const held = (await indexed(`entries/${placeOf(slug, places)}`))[slug];
    if (typeof held === "string") return one(held, places);
    return held ? {card: held[0], facts: held[1]} : null;
  }

  /** @param {string[]} slugs @returns {Promise<{manifest: Manifest, picks: Picked[], lost: string[]}>} */
  async function load(slugs) {
    const manifest = await indexed("manifest");
    const found = await Promise.all(slugs.map((slug) => one(slug, manifest.entries)));
    /** @type {Map<string, Picked>} */
    const picks = new Map();
    for (const pick of found) if (pick && !picks.has(pick.card[0])) picks.set(pick.card[0], pick);
    return {manifest, picks: [...picks.values()], lost: slugs.filter((_, at) => !found[at])};
  }

  /** @param {Manifest} manifest @param {Picked[]} picks @returns {string[][]} */
  function rows(manifest, picks) {
    const head = [say("Name"), say("Vendor"), say("Summary"), ...manifest.facts, say("Page")];
    return [head, ...picks.map(({card, facts}) => [card[1], card[2], card[3], ...facts.map((fact) => fact.replaceAll("\n", "; ")), address(`apps/${card[0]}/`)])];
  }

  return {asked, load, rows};
})();
