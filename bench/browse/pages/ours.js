// Asks the site's own engine on its own page what the benchmark wants to know. Runs before the page, and keeps what of the
// index comes in, so that a second engine beside the page's own has the same files and no second copy of them.
"use strict";

(() => {
  const files = new Map();
  let told = (/** @type {string} */ _name, /** @type {unknown} */ _content) => undefined;
  Object.defineProperty(window, "apsIndex", {
    get: () => (/** @type {string} */ name, /** @type {unknown} */ content) => { files.set(name, content); told(name, content); },
    set: (page) => { told = page; },
  });

  /** @param {string} name @returns {Promise<any>} */
  const fileOf = (name) => files.has(name) ? Promise.resolve(files.get(name)) : new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = document.getElementById("browse").dataset.index.replace("manifest.js", `${name}.js`);
    script.onload = () => resolve(files.get(name));
    script.onerror = () => reject(new Error(name));
    document.head.append(script);
  });
  let held;
  const engine = () => held ??= apsSearch.create(fileOf);
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
