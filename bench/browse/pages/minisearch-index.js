// Makes MiniSearch's index: `node minisearch-index.js PACKAGE RECORDS OUTPUT`. The seconds that took go to standard output.
"use strict";

const fs = require("node:fs");

const [from, input, output] = process.argv.slice(2);
const MiniSearch = require(from);
const options = require("./minisearch-options.js");

const records = JSON.parse(fs.readFileSync(input, "utf8"));
const begun = process.hrtime.bigint();
const search = new MiniSearch(options);
search.addAll(records.map(({name, vendor, tags, text}, id) => ({id, name, vendor, tags, text})));
const facets = {};
for (const param of Object.keys(records[0]?.facets ?? {})) {
  const places = new Map();
  const rows = records.map((record) => record.facets[param].map((value) => {
    if (!places.has(value)) places.set(value, places.size);
    return places.get(value);
  }));
  facets[param] = {values: [...places.keys()], rows};
}
const cards = records.map(({slug, name, vendor, summary}) => [slug, name, vendor, summary]);
fs.writeFileSync(output, JSON.stringify({index: search.toJSON(), records: cards, facets}));
console.log(Number(process.hrtime.bigint() - begun) / 1e9);
