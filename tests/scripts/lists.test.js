"use strict";

const assert = require("node:assert");
const {test} = require("node:test");
const {browser, loaded} = require("./loaded.js");

const picks = (/** @type {string} */ search) => loaded(["page", "picks"], ["apsPicks"], browser(search)).apsPicks;
const csv = (/** @type {string[][]} */ rows) => loaded(["page", "table"], ["apsTable"], browser()).apsTable.csv(rows);

test("a list in an address gives its slugs once each, and nothing that is no slug", () => {
  assert.strictEqual(picks("").asked(), null);
  assert.deepStrictEqual([...picks("?list=wiki,forum,wiki,../x,<b>,").asked()], ["wiki", "forum"]);
  assert.strictEqual(picks(`?list=${Array.from({length: 300}, (_, at) => `a${at}`).join(",")}`).asked().length, 100);
});

test("cells with commas, quotes and line breaks are quoted as RFC 4180 says", () => {
  assert.strictEqual(csv([["a", "b,c", 'say "d"', "e\nf"]]), '\ufeffa,"b,c","say ""d""","e\nf"\r\n');
});

test("no cell runs as a formula", () => {
  for (const sign of ["=", "+", "-", "@", "\t"]) assert.ok(csv([[`${sign}1+1`]]).startsWith(`\ufeff'${sign}`));
});
