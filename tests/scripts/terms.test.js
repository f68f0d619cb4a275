"use strict";

const assert = require("node:assert");
const {test} = require("node:test");
const {loaded} = require("./loaded.js");
const fixtures = require("../search/terms.json");

const {apsTerms} = loaded(["terms"], ["apsTerms"]);

test("every text of the shared fixture gives the terms that Python gives", () => {
  const texts = Object.entries(fixtures.terms ?? fixtures);
  assert.ok(texts.length > 20);
  for (const [text, terms] of texts) assert.deepStrictEqual([...apsTerms.termsOf(text)], terms, text);
});

test("words of a question know what they may be taken for", () => {
  const [word, last] = apsTerms.wordsOf("the wordpres");
  assert.strictEqual(word.optional, true);
  assert.strictEqual(last.prefix, true);
  assert.strictEqual(apsTerms.wordsOf("C++ ")[0].exact, true);
});

test("swapped neighbours are one edit, and more than asked is told as one more", () => {
  assert.strictEqual(apsTerms.distance("pebbel", "pebble", 2), 1);
  assert.strictEqual(apsTerms.distance("wiki", "forum", 2), 3);
});
