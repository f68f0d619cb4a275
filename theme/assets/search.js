// @ts-check
/* The engine behind `/apps/`: words, filters, counts and order, over the files that views.py describes.

   Loads what a question needs and no more. Refuses the page: browse.js draws. */

/** @typedef {[id: string, name: string][]} Terms */
/** @typedef {{version: number, total: number, chunk: number, materials: number, entries: number, facts: string[], first: string[],
 *   vocab: Record<string, Terms>}} Manifest */
/** @typedef {{vocab: Record<string, Terms>, sets: Record<string, number[][]>, rows: Record<string, ArrayLike<number>>,
 *   members: Record<string, number[]>, checked: number[], certified: number[], ready: number[]}} Facets */
/** @typedef {{t: string[], p: number[][]}} Shard */
/** @typedef {[slug: string, name: string, vendor: string, summary: string, type: number, models: number[], plesk: number,
 *   readiness: number, flags: number, logo: string, where: string, language: string]} Card */
/** @typedef {{q: string, sort: string, n: number, on: Record<string, string[]>}} State */
/** @typedef {{words: [typed: string, taken: string][], any: boolean}} Note  words that were taken for others; whether some words are enough */
/** @typedef {{ids: number[], sort: string, unknown: string[], note: Note | null}} Found */
/** @typedef {{of: Record<string, Map<string, number>>, without: Record<string, number>}} Counts
 *   entries behind each value, its own facet's selection ignored; and how many more there would be without a facet */
/** @typedef {Map<number, number>} Scores */

const apsSearch = (() => {
  "use strict";

  const {wordsOf, distance, placeOf} = apsTerms;
  const PARAMS = ["type", "model", "region", "category", "route", "vendor", "language", "plesk", "readiness", "audience", "certified"];
  const SORTS = ["best", "name", "newest", "certified", "readiness"];
  const COLUMNS = /** @type {Record<string, "checked" | "certified" | "ready">} */ ({newest: "checked", certified: "certified", readiness: "ready"});
  const MOST_SHARDS = 6;

  /** @param {Scores} into @param {Iterable<[number, number]>} scores */
  function keepBest(into, scores) {
    for (const [id, score] of scores) if (score > (into.get(id) ?? 0)) into.set(id, score);
  }

  /** @param {number[]} packed @param {number} weight @returns {Generator<[number, number]>} */
  function* unpacked(packed, weight) {
    let id = 0;
    for (const number of packed) {
      id += number >> 6;
      yield [id, (number & 63) * weight];
    }
  }

  /** The values that each distinct statement on regions answers to.
   * @param {Facets} facets */
  function regionsOf(facets) {
    const tokens = facets.vocab.region.map(([token]) => token);
    const groups = Object.entries(facets.members).map(([token, inside]) => ({at: tokens.indexOf(token), token, inside}));
    const silent = tokens.indexOf("not-stated");
    return facets.sets.region.map((said) => {
      if (said[0] === silent) return [silent];
      const sold = new Set();
      for (const at of said) for (const country of facets.members[tokens[at < 0 ? -1 - at : at]] ?? [at < 0 ? -1 - at : at]) {
        if (at < 0) sold.delete(country); else sold.add(country);
      }
      const around = groups.filter(({token, inside}) => token === "worldwide" ? inside.length === sold.size : inside.some((country) => sold.has(country)));
      return [...sold, ...around.map(({at}) => at)];
    });
  }

  /** @param {(name: string) => Promise<any>} fetchFile gives a file of the index by its name */
  function create(fetchFile) {
    /** @type {Map<string, Promise<any>>} */
    const held = new Map();
    /** @type {Facets | undefined} */
    let ready;
    /** @type {{question: string, answer: ReturnType<typeof answered>} | undefined} */
    let latest;

    /** @param {string} name */
    function load(name) {
      const known = held.get(name);
      if (known) return known;
      const coming = fetchFile(name);
      held.set(name, coming);
      coming.catch(() => held.delete(name));
      return coming;
    }

    /** @returns {Promise<Manifest>} */
    const manifest = () => load("manifest");

    /** @returns {Promise<Facets>} */
    async function facets() {
      if (ready) return ready;
      const loaded = await load("facets");
      for (const param of PARAMS) loaded.rows[param] = Uint32Array.from(loaded.rows[param]);
      ready ??= {...loaded, sets: {...loaded.sets, region: regionsOf(loaded)}};
      return /** @type {Facets} */ (ready);
    }

    /** The terms that are a word, or begin with it, with their postings.
     * @param {string} term @param {boolean} prefix @returns {Promise<[string, number[]][]>} */
    async function lookUp(term, prefix) {
      const {first} = await manifest();
      if (!first.length) return [];
      const place = placeOf(first, term);
      const start = first[place] === term ? place : Math.max(0, place - 1);
      const wanted = [start];
      if (prefix) for (let at = start + 1; at < first.length && first[at].startsWith(term) && wanted.length < MOST_SHARDS; at++) wanted.push(at);
      const shards = /** @type {Shard[]} */ (await Promise.all(wanted.map((at) => load(`terms/${at}`))));
      return shards.flatMap(({t, p}) => {
        /** @type {[string, number[]][]} */
        const found = [];
        for (let at = placeOf(t, term); at < t.length && (prefix ? t[at].startsWith(term) : t[at] === term); at++) found.push([t[at], p[at]]);
        return found;
      });
    }

    /** @param {string} term @param {boolean} prefix @param {number} [weight] @returns {Promise<Scores>} */
    async function scoresOf(term, prefix, weight = 1) {
      /** @type {Scores} */
      const scores = new Map();
      const [{total}, hits] = await Promise.all([manifest(), lookUp(term, prefix)]);
      const entries = Math.min(total, hits.reduce((sum, [, packed]) => sum + packed.length, 0));
      const rarity = Math.log(1 + (total - entries + 0.5) / (entries + 0.5));
      for (const [found, packed] of hits) {
        const near = found === term ? 1.15 : Math.max(0.35, (term.length / found.length) ** 0.3);
        keepBest(scores, unpacked(packed, weight * rarity * near));
      }
      return scores;
    }

    /** @param {Word} word @returns {Promise<Scores>} */
    async function plainly(word) {
      const scores = await scoresOf(word.term, word.prefix);
      if (word.parts.length) {
        const [one, ...others] = await Promise.all(word.parts.map((part, at) => scoresOf(part, word.prefix && at === word.parts.length - 1)));
        const both = [...one].filter(([id]) => others.every((other) => other.has(id)));
        keepBest(scores, both.map(([id, score]) => [id, others.reduce((sum, other) => sum + (other.get(id) ?? 0), score) / word.parts.length]));
      }
      if (!scores.size && word.instead) return scoresOf(word.instead, false, 0.8);
      if (!scores.size && /.{3,}s$/.test(word.term)) return scoresOf(word.term.slice(0, -1), true, 0.8);
      return scores;
    }

    /** Terms that were perhaps meant: a letter or two off, else with the word inside.
     * @param {Word} word @returns {Promise<[string, number][]>} */
    async function guesses(word) {
      const {term} = word;
      if (word.exact || term.length < 4) return [];
      const terms = /** @type {string} */ (await load("vocab")).split("\n");
      const most = term.length >= 8 ? 2 : term.length >= 5 ? 1 : 0;
      /** @type {[string, number][]} */
      let found = [];
      const off = (/** @type {string} */ other, /** @type {number} */ extra) => {
        const edits = distance(term, other, most);
        return edits > most ? Infinity : edits + extra + (other[0] === term[0] ? 0 : 0.5);
      };
      if (most) for (const other of terms) {
        const edits = off(other, 0);
        if (edits < Infinity) found.push([other, edits]);
      }
      if (!found.length && most && word.prefix) for (const other of terms) {
        if (other.length <= term.length) continue;
        const edits = Math.min(...[-1, 0, 1].map((more) => off(other.slice(0, term.length + more), 0.5)));
        if (edits < Infinity) found.push([other, edits]);
      }
      if (!found.length) found = terms.filter((other) => other.length > term.length && other.includes(term)).map((other) => [other, 1.2]);
      found.sort((a, b) => a[1] - b[1] || a[0].length - b[0].length);
      return found.filter(([, edits]) => edits <= found[0][1] + 0.5).slice(0, 6);
    }

    /** A list and its counts ask the same, one after the other.
     * @param {string} question */
    function answers(question) {
      if (latest?.question === question) return latest.answer;
      const answer = answered(question);
      answer.catch(() => { latest = undefined; });
      latest = {question, answer};
      return answer;
    }

    /** @param {string} question @returns {Promise<{scores: Scores, note: Note | null} | null>} null without a word */
    async function answered(question) {
      const words = wordsOf(question);
      if (!words.length) return null;
      /** @type {Note} */
      const note = {words: [], any: false};
      const found = await Promise.all(words.map(plainly));
      await Promise.all(words.slice(1).map(async (word, at) => {
        const joined = words[at].term + word.term;
        if (words[at].exact || word.exact || joined.length < 5) return;
        const scores = await scoresOf(joined, word.prefix, 1.1);
        for (const place of [at, at + 1]) keepBest(found[place], scores);
      }));
      await Promise.all(words.map(async (word, at) => {
        if (found[at].size) return;
        const near = await guesses(word);
        if (near.length) note.words.push([word.term, near[0][0]]);
        for (const [term, edits] of near) keepBest(found[at], await scoresOf(term, false, 0.6 - 0.12 * edits));
      }));
      const scores = together(words, found, note);
      return {scores, note: note.any || note.words.length ? note : null};
    }

    /** Entries with all words that decide; with some of them where none has all.
     * @param {Word[]} words @param {Scores[]} found @param {Note} note */
    function together(words, found, note) {
      const deciding = found.filter((_, at) => !words[at].optional);
      const needed = deciding.length ? deciding : found;
      const fewest = needed.reduce((least, other) => other.size < least.size ? other : least);
      const sum = (/** @type {number} */ id) => found.reduce((total, scores) => total + (scores.get(id) ?? 0), 0);
      const all = [...fewest.keys()].filter((id) => needed.every((scores) => scores.has(id)));
      if (all.length || words.length < 2) return new Map(all.map((id) => [id, sum(id)]));
      note.any = true;
      return new Map(found.flatMap((scores) => [...scores.keys()]).map((id) => [id, sum(id)]));
    }

    /** What is asked of each facet: which of its sets will do.
     * @param {Facets} known @param {State} state */
    function asked(known, state) {
      /** @type {string[]} */
      const unknown = [];
      const tests = PARAMS.flatMap((param) => {
        const wanted = new Set();
        for (const value of state.on[param] ?? []) {
          const at = known.vocab[param].findIndex(([id]) => id === value);
          if (at < 0) unknown.push(value); else wanted.add(at);
        }
        return wanted.size ? [{param, rows: known.rows[param], fits: known.sets[param].map((set) => set.some((at) => wanted.has(at)))}] : [];
      });
      return {tests, unknown};
    }

    /** @param {State} state @returns {Promise<Found>} */
    async function find(state) {
      const filtered = PARAMS.some((param) => state.on[param]?.length);
      const [{total}, answer, known] = await Promise.all([
        manifest(), answers(state.q), filtered || COLUMNS[state.sort] ? facets() : null,
      ]);
      const sort = state.sort && (state.sort !== "best" || answer) ? state.sort : answer ? "best" : "name";
      let ids = answer ? [...answer.scores.keys()].sort((a, b) => a - b) : Array.from({length: total}, (_, id) => id);
      /** @type {string[]} */
      let unknown = [];
      if (known && filtered) {
        const question = asked(known, state);
        unknown = question.unknown;
        ids = ids.filter((id) => question.tests.every(({rows, fits}) => fits[rows[id]]));
      }
      if (sort === "best" && answer) ids.sort((a, b) => (answer.scores.get(b) ?? 0) - (answer.scores.get(a) ?? 0) || a - b);
      else if (known && COLUMNS[sort]) ids.sort((a, b) => known[COLUMNS[sort]][b] - known[COLUMNS[sort]][a] || a - b);
      return {ids, sort, unknown, note: answer?.note ?? null};
    }

    /** One look at each entry: what all facets let through counts everywhere, what one keeps out counts there.
     * @param {State} state @returns {Promise<Counts>} */
    async function count(state) {
      const [known, {total}, answer] = await Promise.all([facets(), manifest(), answers(state.q)]);
      const {tests} = asked(known, state);
      /* What keeps an entry out: nothing, one facet by its number, the question, or several of these. */
      const [ASKED, SEVERAL] = [254, 255];
      const against = new Uint8Array(total).fill(answer ? ASKED : 0);
      for (const id of answer?.scores.keys() ?? []) against[id] = 0;
      tests.forEach(({rows, fits}, at) => {
        for (let id = 0; id < total; id++) if (!fits[rows[id]]) against[id] = against[id] ? SEVERAL : at + 1;
      });
      const out = new Uint32Array(SEVERAL + 1);
      for (const by of against) out[by]++;
      const of = Object.fromEntries(PARAMS.map((param) => {
        const [rows, behind, numbers] = [known.rows[param], new Uint32Array(known.sets[param].length), new Uint32Array(known.vocab[param].length)];
        const own = tests.findIndex((one) => one.param === param) + 1;
        for (let id = 0; id < total; id++) if (!against[id] || against[id] === own) behind[rows[id]]++;
        known.sets[param].forEach((set, at) => { for (const value of set) numbers[value] += behind[at]; });
        return [param, new Map(known.vocab[param].map(([id], at) => [id, numbers[at]]))];
      }));
      const without = Object.fromEntries([["q", out[ASKED]], ...tests.map(({param}, at) => [param, out[at + 1]])]);
      return {of, without};
    }

    /** @param {number[]} ids @returns {Promise<Card[]>} */
    async function cards(ids) {
      const {chunk} = await manifest();
      const places = [...new Set(ids.map((id) => Math.floor(id / chunk)))];
      const chunks = new Map(await Promise.all(places.map(async (at) => /** @type {[number, Card[]]} */ ([at, await load(`cards/${at}`)]))));
      return ids.map((id) => /** @type {Card[]} */ (chunks.get(Math.floor(id / chunk)))[id % chunk]);
    }

    /** What was perhaps meant where little was found: the question with one word mended, and how much more that finds.
     * @param {State} state @param {number} least @returns {Promise<{q: string, all: number} | null>} */
    async function meant(state, least) {
      for (const word of wordsOf(state.q)) {
        const near = (await guesses(word)).filter(([other]) => other !== word.term && !other.startsWith(word.term));
        for (const [other] of near.slice(0, 3)) {
          const q = wordsOf(state.q).map(({term}) => term === word.term ? other : term).join(" ");
          const {ids, note} = await find({...state, q});
          if (!note && ids.length > least) return {q, all: ids.length};
        }
      }
      return null;
    }

    return {find, count, cards, manifest, facets, meant};
  }

  return {PARAMS, SORTS, create};
})();
