// @ts-check
/* Words as the index spells and sorts them: folding and forms, and how far two words lie apart.

   The same rules as catalog/search/tokens.py; tests run both on the same texts. Refuses the index and the page. */

/** @typedef {{term: string, parts: string[], prefix: boolean, exact: boolean, instead: string, optional: boolean}} Word
 *   One word of a question. `parts`: of a joined word; `prefix`: its beginning is enough; `exact`: no guessing;
 *   `instead`: what is looked for where it is nowhere; `optional`: other words decide. */

const apsTerms = (() => {
  "use strict";

  const FOLDED = /** @type {Record<string, string>} */ ({ł: "l", ı: "i", ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ð: "d",
    þ: "th", ħ: "h", ς: "σ", "ة": "ه", "ى": "ي", "ـ": ""});
  const UNSPACED = "\\u0e00-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff\\u3040-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uac00-\\ud7af\\uf900-\\ufaff";
  const A = `(?:(?![${UNSPACED}])[\\p{L}\\p{N}])`;
  const JOINTS = "&.'’@:/_-";
  const WORD = new RegExp(`${A}+(?:\\+\\+|#(?!${A}))|(?<!${A})\\.(?!\\p{Nd})${A}{2,}|${A}+(?:[${JOINTS}]${A}+)*|[${UNSPACED}]+`, "gu");
  const JOINT = new RegExp(`[${JOINTS}]`, "u");
  const GLUED = new RegExp(`^[${UNSPACED}]`, "u");
  const HUMP = /(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/;
  const UMLAUTS = /** @type {Record<string, string>} */ ({ä: "ae", ö: "oe", ü: "ue", å: "aa", Ä: "AE", Ö: "OE", Ü: "UE", Å: "AA"});
  const LONGEST = 40;
  const SMALL = new Set("a an and by for from in of on or the to who with le la les de des du et der die das und el los y".split(" "));

  /** Without marks and compatibility forms; letters keep their case.
   * @param {string} text */
  function bare(text) {
    return text.normalize("NFKD").replace(/(?![\u3099\u309a])\p{M}/gu, "").normalize("NFC");
  }

  /** @param {string} text */
  function small(text) {
    return text.toLowerCase().replace(/[łıßæœøđðþħςةىـ]/g, (sign) => FOLDED[sign]);
  }

  /** In small letters without accents: `Łódź` becomes `lodz`.
   * @param {string} text */
  function fold(text) {
    return small(bare(text));
  }

  /** @param {string} folded */
  function pairs(folded) {
    const signs = [...folded];
    return [...signs.slice(1).map((sign, at) => signs[at] + sign), ...signs];
  }

  /** @param {string} word @param {string} folded */
  function forms(word, folded) {
    const parts = folded.split(JOINT).filter(Boolean);
    if (parts.length > 1) return [parts.join(""), ...parts];
    const humps = word.split(HUMP);
    const found = [folded];
    if (humps.length > 1) found.push(...humps.filter((hump) => [...hump].length > 1).map(small));
    if (folded.startsWith("ال") && [...folded].length > 4) found.push(folded.slice(2));
    return found;
  }

  /** @param {string} text already bare @returns {string[]} */
  function split(text) {
    const found = [...text.matchAll(WORD)].flatMap(([word]) => {
      const folded = small(word);
      if (GLUED.test(word)) return pairs(folded);
      if (folded[0] === ".") return [folded, folded.slice(1)];
      if (/[+#]$/.test(folded)) return [folded, folded.replace(/[+#]+$/, "")];
      return forms(word, folded);
    });
    return found.filter((term) => term && [...term].length <= LONGEST);
  }

  /** Every term of a text with all its forms, as the index has them.
   * @param {string} text */
  function termsOf(text) {
    const found = split(bare(text));
    const whole = text.normalize("NFC");
    const written = whole.replace(/[äöüåÄÖÜÅ]/g, (sign) => UMLAUTS[sign]);
    if (written === whole) return found;
    const known = new Set(found);
    return [...found, ...split(bare(written)).filter((term) => !known.has(term))];
  }

  /** The words of a question, in order.
   * @param {string} question @returns {Word[]} */
  function wordsOf(question) {
    const text = bare(question);
    const typing = !/\s$/.test(text);
    const matches = [...text.matchAll(WORD)].map(([word]) => word);
    return matches.flatMap((word, at) => {
      const term = small(word);
      if (!term) return [];
      const last = typing && at === matches.length - 1;
      const plain = {term, parts: /** @type {string[]} */ ([]), prefix: false, exact: true, instead: "", optional: false};
      if (GLUED.test(word)) {
        const signs = [...term];
        return signs.length < 2 ? [plain] : signs.slice(1).map((sign, place) => ({...plain, term: signs[place] + sign}));
      }
      if (term[0] === ".") return [{...plain, instead: term.slice(1)}];
      if (/[+#]$/.test(term)) return [{...plain, instead: term.replace(/[+#]+$/, "")}];
      const parts = term.split(JOINT).filter(Boolean);
      if (parts.length > 1) return [{...plain, term: parts.join(""), parts, prefix: last, exact: false}];
      return [{...plain, prefix: last || term.length > 3, exact: false, optional: SMALL.has(term)}];
    });
  }

  /** Edits between two words, swaps of neighbours included; `most` + 1 where there are more.
   * @param {string} one @param {string} other @param {number} most */
  function distance(one, other, most) {
    if (Math.abs(one.length - other.length) > most) return most + 1;
    /** @type {number[]} */
    let older = [];
    let before = Array.from({length: other.length + 1}, (_, at) => at);
    for (let row = 1; row <= one.length; row++) {
      const now = [row];
      let least = row;
      for (let at = 1; at <= other.length; at++) {
        const same = one[row - 1] === other[at - 1];
        let value = Math.min(before[at] + 1, now[at - 1] + 1, before[at - 1] + (same ? 0 : 1));
        if (row > 1 && at > 1 && one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1]) value = Math.min(value, older[at - 2] + 1);
        now[at] = value;
        least = Math.min(least, value);
      }
      if (least > most) return most + 1;
      [older, before] = [before, now];
    }
    return Math.min(before[other.length], most + 1);
  }

  /** Python sorts by code points, and pairs of surrogates stand for the highest.
   * @param {string} one @param {string} other */
  function before(one, other) {
    const ends = Math.min(one.length, other.length);
    for (let at = 0; at < ends; at++) {
      let [a, b] = [one.charCodeAt(at), other.charCodeAt(at)];
      if (a === b) continue;
      if (a >= 0xd800 && b >= 0xd800) [a, b] = [a, b].map((unit) => unit >= 0xe000 ? unit - 0x800 : unit + 0x2000);
      return a < b;
    }
    return one.length < other.length;
  }

  /** The first place of a sorted list that does not come before the term.
   * @param {string[]} list @param {string} term */
  function placeOf(list, term) {
    let [low, high] = [0, list.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (before(list[middle], term)) low = middle + 1; else high = middle;
    }
    return low;
  }

  return {fold, termsOf, wordsOf, distance, placeOf};
})();
