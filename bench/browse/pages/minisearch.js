// MiniSearch as its manual has it: an index made beforehand, with all records beside it, loaded whole.
// It brings no facets: one pass over all records counts them, each facet's own selection ignored.
"use strict";

(() => {
  const SHOWN = 24;
  const held = fetch("index.json").then((answer) => answer.json()).then(({index, records, facets}) => ({
    records, facets, search: MiniSearch.loadJS(index, benchOptions),
  }));
  const first = async (question, most) => {
    const {records, search} = await held;
    return question.trim() ? search.search(question).slice(0, most).map(({id}) => records[id]) : records.slice(0, most);
  };
  listed((question) => first(question, SHOWN));

  async function count({q, on}) {
    const {records, facets, search} = await held;
    const hits = q.trim() ? new Set(search.search(q).map(({id}) => id)) : null;
    const tests = Object.entries(on).map(([param, values]) => ({param, wanted: new Set(values.map((value) => facets[param].values.indexOf(value)))}));
    const counts = Object.fromEntries(Object.entries(facets).map(([param, {values}]) => [param, new Uint32Array(values.length)]));
    for (let id = 0; id < records.length; id++) {
      if (hits && !hits.has(id)) continue;
      const against = tests.filter(({param, wanted}) => !facets[param].rows[id].some((value) => wanted.has(value)));
      if (against.length > 1) continue;
      for (const param of against.length ? [against[0].param] : Object.keys(facets)) for (const value of facets[param].rows[id]) counts[param][value]++;
    }
    return Object.values(counts).reduce((sum, numbers) => sum + numbers.length, 0);
  }

  window.benchPage = {ready: async () => { await held; }, count, ask: async (question) => (await first(question, 10)).map(([slug]) => slug)};
})();
