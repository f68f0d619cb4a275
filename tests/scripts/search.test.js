"use strict";

const assert = require("node:assert");
const {test} = require("node:test");
const {loaded} = require("./loaded.js");

const {apsSearch} = loaded(["terms", "search"], ["apsSearch"]);

/* Three entries: 0 Quay Mail (dedicated, worldwide), 1 Pebble Wiki (webspace, unstated), 2 Harbor Wiki (webspace, Europe but Germany). */
const REGIONS = [["worldwide", "Worldwide"], ["eu", "European Union"], ["DE", "Germany"], ["FR", "France"], ["JP", "Japan"], ["not-stated", "Not stated"]];
const packed = (/** @type {[number, number][]} */ ...postings) => postings.map(([id, impact], at) => (id - (at ? postings[at - 1][0] : 0) << 6) | impact);
const FILES = {
  manifest: {version: 3, total: 3, chunk: 24, materials: 14, entries: 1, facts: [], first: ["harbor"], vocab: {}},
  "terms/0": {t: ["harbor", "mail", "pebble", "quay", "wiki"], p: [packed([2, 60]), packed([0, 60]), packed([1, 60]), packed([0, 50]), packed([1, 40], [2, 60])]},
  vocab: "harbor\nmail\npebble\nquay\nwiki",
  "cards/0": [["quay-mail"], ["pebble-wiki"], ["harbor-wiki"]],
  facets: {
    vocab: {...Object.fromEntries(apsSearch.PARAMS.map((/** @type {string} */ param) => [param, []])), type: [["webspace", "Webspace"], ["dedicated", "Dedicated"]], region: REGIONS},
    sets: {...Object.fromEntries(apsSearch.PARAMS.map((/** @type {string} */ param) => [param, [[]]])), type: [[1], [0]], region: [[0], [5], [1, -3]]},
    rows: {...Object.fromEntries(apsSearch.PARAMS.map((/** @type {string} */ param) => [param, [0, 0, 0]])), type: [0, 1, 1], region: [0, 1, 2]},
    members: {worldwide: [2, 3, 4], eu: [2, 3]}, checked: [3, 1, 2], certified: [0, 0, 0], ready: [2, -1, 5],
  },
};
const engine = (/** @type {Record<string, unknown>} */ files = FILES) => {
  const asked = /** @type {string[]} */ ([]);
  const made = apsSearch.create(async (/** @type {string} */ name) => { asked.push(name); if (!(name in files)) throw new Error(name); return files[name]; });
  const find = async (/** @type {string} */ q, on = {}, sort = "") => [...(await made.find({q, on, sort, n: 24})).ids];
  return {...made, find, asked, state: (/** @type {string} */ q, on = {}) => ({q, on, sort: "", n: 24})};
};

test("all words have to be there, the best first, and only what is needed is loaded", async () => {
  const {find, asked} = engine();
  assert.deepStrictEqual(await find("wiki"), [2, 1]);
  assert.deepStrictEqual(await find("pebble wiki"), [1]);
  assert.deepStrictEqual(asked.sort(), ["manifest", "terms/0"]);
});

test("a region answers for what is sold somewhere in it, and not for what was taken out", async () => {
  const {find} = engine();
  assert.deepStrictEqual(await find("", {region: ["FR"]}), [0, 2]);
  assert.deepStrictEqual(await find("", {region: ["DE"]}), [0]);
  assert.deepStrictEqual(await find("", {region: ["worldwide"]}), [0]);
  assert.deepStrictEqual(await find("", {region: ["not-stated", "JP"]}), [0, 1]);
});

test("values of a facet are alternatives, facets narrow each other, and a facet's counts ignore itself", async () => {
  const {count, state} = engine();
  const {of, without} = await count(state("", {type: ["dedicated"], region: ["FR"]}));
  assert.deepStrictEqual([...of.type], [["webspace", 1], ["dedicated", 1]]);
  assert.strictEqual(of.region.get("JP"), 1);
  assert.strictEqual(of.region.get("not-stated"), 0);
  assert.deepStrictEqual({...without}, {q: 0, type: 1, region: 0});
});

test("a misspelt word is taken for a near one, and told", async () => {
  const found = await apsSearch.create(async (/** @type {keyof typeof FILES} */ name) => FILES[name]).find({q: "pebbel", on: {}, sort: "", n: 24});
  assert.deepStrictEqual([...found.ids], [1]);
  assert.deepStrictEqual(JSON.parse(JSON.stringify(found.note)), {words: [["pebbel", "pebble"]], any: false});
});

test("a file that fails is asked for again the next time", async () => {
  const files = {...FILES};
  const broken = /** @type {Record<string, unknown>} */ (files);
  delete broken["terms/0"];
  const {find, asked} = engine(broken);
  await assert.rejects(find("wiki"));
  broken["terms/0"] = FILES["terms/0"];
  assert.deepStrictEqual(await find("wiki"), [2, 1]);
  assert.strictEqual(asked.filter((name) => name === "terms/0").length, 2);
});

test("unknown values are told and left out", async () => {
  const {ids, unknown} = await apsSearch.create(async (/** @type {keyof typeof FILES} */ name) => FILES[name]).find({q: "", on: {type: ["webspace", "boat"]}, sort: "newest", n: 24});
  assert.deepStrictEqual([[...ids], [...unknown]], [[2, 1], ["boat"]]);
});
