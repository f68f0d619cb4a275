// Asks the site's own engine on its own page what the benchmark wants to know: a second engine beside the page's, over the
// same loaded files. Runs before the page, so the page's names are looked up when they are asked for.
"use strict";

(() => {
  let held;
  const engine = () => held ??= apsSearch.create(apsPage.indexed);
  const state = (q, on) => ({q, sort: "", n: 24, on});

  window.benchPage = {
    /** The first keys have the page load all that it needs. */
    ready: async () => undefined,
    count: async ({q, on}) => {
      const [counts] = await Promise.all([engine().count(state(q, on)), engine().find(state(q, on))]);
      return Object.values(counts.of).reduce((sum, numbers) => sum + numbers.size, 0);
    },
    ask: async (q) => (await engine().cards((await engine().find(state(q, {}))).ids.slice(0, 10))).map(([slug]) => slug),
  };
})();
