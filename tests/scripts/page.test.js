"use strict";

const assert = require("node:assert");
const {test} = require("node:test");
const {browser, loaded} = require("./loaded.js");

const page = (/** @type {any} */ given = browser()) => loaded(["page"], ["apsPage"], given).apsPage;

test("addresses start at the site's root, wherever it lies", () => {
  assert.strictEqual(page().address("apps/wiki/"), "https://catalog.example/base/apps/wiki/");
  assert.strictEqual(page(browser("", "file:")).address("apps/wiki/"), "file:///usb/site/apps/wiki/index.html");
});

test("texts are filled in, and numbers are written as the language does", () => {
  const {say, counted} = page();
  assert.strictEqual(say("Show {n} more of {what}", {n: 1374, what: "{n}"}), "Show 1,374 more of {n}");
  assert.strictEqual(counted(1, "{n} result", "{n} results"), "1 result");
  assert.strictEqual(counted(0, "{n} result", "{n} results"), "0 results");
});

test("texts come from the messages of the page's language, and else stay English", () => {
  const given = browser();
  given.document.documentElement.lang = "de";
  Object.assign(given.window, {apsMessages: {"{n} results": "{n} Treffer"}});
  const {counted, say} = page(given);
  assert.strictEqual(counted(1374, "{n} result", "{n} results"), "1.374 Treffer");
  assert.strictEqual(say("Filters"), "Filters");
});

test("what a blocked storage cannot keep lasts as long as the page", () => {
  const given = browser();
  const blocked = () => { throw new Error("blocked"); };
  given.localStorage = {getItem: blocked, setItem: blocked};
  const {keep, kept} = page(given);
  assert.strictEqual(keep("shortlist", ["wiki"]), false);
  assert.deepStrictEqual(kept("shortlist"), ["wiki"]);
});
