// @ts-check
/* Ways on from a question that finds nothing, or next to nothing: without a filter, everywhere, nearby, spelled otherwise.

   Each way says how much it finds; one that would find nothing is not offered. */

/** @typedef {{words: string, state: State, all: number}} Way */

const apsRecovery = (() => {
  "use strict";

  const {say} = apsPage;
  const {PARAMS} = apsSearch;
  const NEAR = 60;

  /** @param {State} state */
  const filtered = (state) => PARAMS.some((param) => state.on[param].length);

  /** @param {State} state @returns {State} */
  const unfiltered = (state) => ({...state, on: Object.fromEntries(PARAMS.map((param) => [param, []]))});

  /** The category that most of what has some of the words is in.
   * @param {ReturnType<typeof apsSearch.create>} engine @param {Facets} facets @param {State} state @returns {Promise<Way | null>} */
  async function nearby(engine, facets, state) {
    /** @type {Map<number, number>} */
    const votes = new Map();
    for (const {term} of apsTerms.wordsOf(state.q)) {
      const named = facets.vocab.category.findIndex(([, name]) => apsTerms.fold(name).includes(term));
      if (named >= 0) votes.set(named, (votes.get(named) ?? 0) + NEAR);
      const {ids} = await engine.find({...unfiltered(state), q: term});
      for (const id of ids.slice(0, NEAR)) for (const at of facets.sets.category[facets.rows.category[id]]) votes.set(at, (votes.get(at) ?? 0) + 1);
    }
    const [best] = [...votes].sort((a, b) => b[1] - a[1]);
    if (!best) return null;
    const [value, name] = facets.vocab.category[best[0]];
    const next = {...unfiltered(state), q: ""};
    next.on.category = [value];
    const {ids} = await engine.find(next);
    return {words: say("Category “{name}”", {name}), state: next, all: ids.length};
  }

  /** @param {ReturnType<typeof apsSearch.create>} engine @param {Facets} facets @param {State} state @param {Counts} counts @returns {Promise<Way[]>} */
  async function ways(engine, facets, state, counts) {
    const q = state.q.trim();
    /** @type {(Way | null)[]} */
    const found = Object.entries(counts.without).map(([param, all]) => {
      const name = param === "q" ? `“${q}”` : state.on[param].map((value) => apsPanel.nameOf(facets, param, value)).join(", ");
      return {words: say("Without {name}", {name}), state: param === "q" ? {...state, q: ""} : {...state, on: {...state.on, [param]: []}}, all};
    });
    found.sort((a, b) => (b?.all ?? 0) - (a?.all ?? 0));
    if (q && filtered(state)) {
      const everywhere = {...unfiltered(state)};
      found.push({words: say("Search everything for “{q}”", {q}), state: everywhere, all: (await engine.find(everywhere)).ids.length});
    }
    if (q) found.push(await spelled(engine, state, 0), await nearby(engine, facets, state));
    return found.filter((way) => way !== null && way.all > 0).map((way) => /** @type {Way} */ (way));
  }

  /** @param {ReturnType<typeof apsSearch.create>} engine @param {State} state @param {number} least @returns {Promise<Way | null>} */
  async function spelled(engine, state, least) {
    const better = await engine.meant(state, least);
    return better && {words: say("Did you mean “{q}”?", {q: better.q}), state: {...state, q: better.q}, all: better.all};
  }

  return {ways, spelled};
})();
