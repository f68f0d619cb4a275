// Runs the site's engine outside of a browser, for the tests: `node engine.js ASSETS [INDEX]`, a question a line of standard
// input, an answer a line of standard output. INDEX is the folder of a built index; without it only terms are answered.
"use strict";

const fs = require("node:fs");
const path = require("node:path");
const readline = require("node:readline");
const vm = require("node:vm");

const [assets, index] = process.argv.slice(2);
/** @type {Map<string, unknown>} */
const held = new Map();
/** @type {string[]} */
const loaded = [];
const page = vm.createContext({apsIndex: (/** @type {string} */ name, /** @type {unknown} */ content) => held.set(name, content)});
for (const [file, name] of [["terms", "apsTerms"], ["search", "apsSearch"]]) {
  const source = fs.readFileSync(path.join(assets, `${file}.js`), "utf8");
  vm.runInContext(`${source}\nglobalThis.${name} = ${name};`, page, {filename: file});
}
const {apsTerms, apsSearch} = page;

/** @param {string} name */
async function fileOf(name) {
  if (!held.has(name)) {
    loaded.push(name);
    const file = name === "manifest" ? path.join(index, "..", "index.js") : path.join(index, `${name}.js`);
    vm.runInContext(fs.readFileSync(file, "utf8"), page, {filename: name});
  }
  return held.get(name);
}

const engine = apsSearch.create(fileOf);

/** @param {any} asked */
async function answer(asked) {
  if (asked.terms !== undefined) return apsTerms.termsOf(asked.terms);
  if (asked.fold !== undefined) return apsTerms.fold(asked.fold);
  if (asked.distance !== undefined) return apsTerms.distance(...asked.distance);
  const state = {q: asked.q ?? "", sort: asked.sort ?? "", n: 24, on: asked.on ?? {}};
  loaded.length = 0;
  const found = await engine.find(state);
  const cards = await engine.cards(found.ids.slice(0, asked.first ?? 10));
  const told = {slugs: cards.map((/** @type {string[]} */ card) => card[0]), total: found.ids.length, note: found.note, unknown: found.unknown, sort: found.sort, loaded: [...loaded]};
  if (!asked.count) return told;
  const counts = await engine.count(state);
  const of = Object.fromEntries(Object.entries(counts.of).map(([param, numbers]) => [param, Object.fromEntries(numbers)]));
  return {...told, of, without: counts.without};
}

(async () => {
  for await (const line of readline.createInterface({input: process.stdin})) console.log(JSON.stringify(await answer(JSON.parse(line))));
})();
