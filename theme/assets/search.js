// @ts-check
/* The engine behind `/apps/`: folding, matching, filters and order, over the index that views.py describes.

   Pure functions of an index and a state. Refuses the page: browse.js draws. */

/** @typedef {[slug: string, name: string, vendor: number, summary: string, keywords: string, type: number,
 *   models: number[], routes: number[], categories: number[], languages: number[], coverage: number, certified: string,
 *   checked: string, readiness: number, flags: number, logo: string, place: number, language: string, plesk: number, bands: number[]]} Row */
/** @typedef {{total: number, materials: number, vocab: Record<string, [id: string, name: string, aliases?: string][]>,
 *   regions: Record<string, number[]>, countries: string[], coverage: number[][], vendors: [slug: string, name: string][],
 *   places: string[], entries: Row[]}} Index */
/** @typedef {{q: string, sort: string, n: number, on: Record<string, string[]>}} State */
/** @typedef {{rows: Row[], nearly: Map<string, Row[]>, unknown: string[], sort: string}} Found
 *   rows that match, in order; rows that only one facet (or the words, as `q`) keeps out; values the index does not know */
/** @typedef {(row: Row) => boolean} Test */
/** @typedef {{row: Row, at: number, score: number}} Hit */

const apsSearch = (() => {
  "use strict";

  const PARAMS = ["type", "model", "region", "category", "route", "vendor", "language", "plesk", "readiness"];
  const COLUMN = /** @type {Record<string, number>} */ ({type: 5, model: 6, route: 7, category: 8, language: 9, vendor: 2, plesk: 18, readiness: 19});
  const SIGNS = /[-.&'’_/]/g;
  const ALONE = /** @type {Record<string, string>} */ ({ß: "ss", ł: "l", ø: "o", đ: "d", ħ: "h", ı: "i", æ: "ae", œ: "oe", þ: "th", ð: "d"});
  /** The folded texts of an index, laid down when the first words are asked for. @type {WeakMap<Index, string[]>} */
  const laidDown = new WeakMap();

  /** Without case and accents: `Łódź` becomes `lodz`. @param {string} text */
  function fold(text) {
    return text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "").replace(/[ßłøđħıæœþð]/g, (sign) => ALONE[sign]);
  }

  /** Every spelling that a text is found by: plain, with umlauts written out, with joining signs left out. @param {string} text */
  function spellings(text) {
    const plain = fold(text);
    const spelled = fold(text.toLowerCase().normalize("NFC").replace(/[äöü]/g, (sign) => `${sign.normalize("NFD")[0]}e`));
    return [...new Set([plain, spelled, plain.replace(SIGNS, "")])].join("\n");
  }

  /** @param {Index} index */
  function texts(index) {
    const known = laidDown.get(index);
    if (known) return known;
    const made = index.entries.map(([, name, vendor, summary, keywords, , , routes, categories]) => [name, index.vendors[vendor][1],
      `${summary} ${keywords} ${categories.map((at) => index.vocab.category[at][1]).join(" ")} ${routes.map((at) => index.vocab.route[at].slice(1).join(" ")).join(" ")}`].map(spellings).join("\t"));
    laidDown.set(index, made);
    return made;
  }

  /** How well the entry at a place answers the words, 0 where one of them is nowhere; null without words.
   * @param {Index} index @param {string} q @returns {((at: number) => number) | null} */
  function scorer(index, q) {
    const words = fold(q).split(/\s+/).filter(Boolean);
    if (!words.length) return null;
    const whole = words.join(" ");
    const laid = texts(index);
    return (at) => {
      const [name, vendor, text] = laid[at].split("\t");
      let score = 0;
      for (const word of words) {
        const joined = word.replace(SIGNS, "") || word;
        const inside = (/** @type {string} */ part) => part.includes(word) || part.includes(joined);
        if (inside(name)) score += name.startsWith(word) || name.includes(` ${word}`) ? 6 : 4;
        else if (inside(vendor)) score += 2.5;
        else if (inside(text)) score += 1;
        else return 0;
      }
      return score + (name.split("\n").includes(whole) ? 9 : name.startsWith(whole) ? 3 : 0);
    };
  }

  /** Which entries have a value of a facet; null for a value that the index does not know.
   * @param {Index} index @param {string} param @param {string} value @returns {Test | null} */
  function tester(index, param, value) {
    if (param === "region") {
      if (value === "not-stated") return (row) => row[10] < 0;
      const inside = new Set(index.regions[value] ?? [index.countries.indexOf(value)].filter((at) => at >= 0));
      if (!inside.size) return null;
      const everywhere = (/** @type {number[]} */ set) => set.length === index.countries.length;
      const covers = index.coverage.map((set) => value === "worldwide" ? everywhere(set) : set.some((at) => inside.has(at)));
      return (row) => row[10] >= 0 && covers[row[10]];
    }
    const wanted = terms(index, param).findIndex(([id]) => id === value);
    if (wanted < 0) return null;
    const column = COLUMN[param];
    return (row) => {
      const held = /** @type {number | number[]} */ (row[column]);
      return typeof held === "number" ? held === wanted : held.includes(wanted);
    };
  }

  /** @param {Index} index @param {string} param */
  function terms(index, param) {
    return param === "vendor" ? index.vendors : index.vocab[param];
  }

  /** A value as readers know it. @param {Index} index @param {string} param @param {string} value */
  function nameOf(index, param, value) {
    if (value === "not-stated") return param === "model" ? "Model not stated" : param === "region" ? "Regions not stated" : "Material not stated";
    return terms(index, param).find(([id]) => id === value)?.[1] ?? value;
  }

  /** @type {Record<string, (a: Hit, b: Hit) => number>} */
  const ORDERS = {
    best: (a, b) => b.score - a.score,
    name: () => 0,
    newest: (a, b) => latest(a.row[12], b.row[12]),
    certified: (a, b) => latest(a.row[11], b.row[11]),
    readiness: (a, b) => b.row[13] - a.row[13],
  };

  /** Days as text, the later first, none last. @param {string} a @param {string} b */
  function latest(a, b) {
    return a === b ? 0 : a > b ? -1 : 1;
  }

  /** Or within a facet, and between facets and words. @param {Index} index @param {State} state @returns {Found} */
  function sift(index, state) {
    /** @type {[param: string, test: Test][]} */
    const asked = [];
    /** @type {string[]} */
    const unknown = [];
    for (const param of PARAMS) {
      /** @type {Test[]} */
      const tests = [];
      for (const value of state.on[param] ?? []) {
        const test = tester(index, param, value);
        if (test) tests.push(test); else unknown.push(value);
      }
      if (tests.length) asked.push([param, (row) => tests.some((test) => test(row))]);
    }
    const score = scorer(index, state.q);
    /** @type {Hit[]} */
    const hits = [];
    /** @type {Map<string, Row[]>} */
    const nearly = new Map([["q", []]]);
    for (const [param] of asked) nearly.set(param, []);
    index.entries.forEach((row, at) => {
      const points = score ? score(at) : 1;
      const against = asked.filter(([, test]) => !test(row)).map(([param]) => param);
      if (!points) against.push("q");
      if (!against.length) hits.push({row, at, score: points});
      else if (against.length === 1) nearly.get(against[0])?.push(row);
    });
    const sort = state.sort || (score ? "best" : "name");
    hits.sort((a, b) => ORDERS[sort](a, b) || a.at - b.at);
    return {rows: hits.map((hit) => hit.row), nearly, unknown, sort};
  }

  return {PARAMS, SORTS: Object.keys(ORDERS), fold, sift, tester, nameOf};
})();
