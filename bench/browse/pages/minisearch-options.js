// How MiniSearch searches, for the page and for the making of its index: fields weighed as ours are.
"use strict";

const benchOptions = {
  fields: ["name", "vendor", "tags", "text"],
  searchOptions: {prefix: true, fuzzy: 0.2, boost: {name: 6, vendor: 2.5, tags: 2}},
};
if (typeof module === "object") module.exports = benchOptions;
