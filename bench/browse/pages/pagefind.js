// Pagefind as its manual has it. A list is five results, as in its own interface: each is a file of its own to load.
// Its counts heed every selection, so a facet's own take one more search without that selection.
const SHOWN = 5;
const pagefind = await import("./pagefind/pagefind.js");
if (new URLSearchParams(location.search).has("noworker")) await pagefind.options({noWorker: true});
await pagefind.init();

/** @param {string} question @param {number} most */
async function first(question, most) {
  const {results} = await pagefind.search(question.trim() || null);
  const found = await Promise.all(results.slice(0, most).map((result) => result.data()));
  return found.map(({url, meta}) => [url.replace(/^.*\/|\.html$/g, ""), meta.title, meta.vendor, meta.summary]);
}

window.listed((question) => first(question, SHOWN));

async function count({q, on}) {
  const filters = Object.fromEntries(Object.entries(on).map(([param, values]) => [param, {any: values}]));
  const without = Object.keys(on).map((param) => ({...filters, [param]: undefined}));
  const found = await Promise.all([filters, ...without].map((asked) => pagefind.search(q || null, {filters: JSON.parse(JSON.stringify(asked))})));
  return found.flatMap((one) => Object.values(one.filters)).reduce((sum, numbers) => sum + Object.keys(numbers).length, 0);
}

window.benchPage = {
  ready: async () => { await pagefind.filters(); },
  count,
  ask: async (question) => (await first(question, 10)).map(([slug]) => slug),
};
