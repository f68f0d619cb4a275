// The site's scripts outside of a browser: what each of them names, with as much of a page as they ask for on the way.
"use strict";

const fs = require("node:fs");
const path = require("node:path");
const vm = require("node:vm");

const ASSETS = path.join(__dirname, "..", "..", "theme", "assets");

/** A file of `theme/assets/` run after others in one realm; gives the names that they leave behind.
 * @param {string[]} files @param {string[]} names @param {Record<string, unknown>} [page] @returns {any} */
function loaded(files, names, page = {}) {
  const realm = vm.createContext({URL, URLSearchParams, Map, Set, ...page});
  for (const file of files) vm.runInContext(fs.readFileSync(path.join(ASSETS, `${file}.js`), "utf8"), realm, {filename: file});
  return vm.runInContext(`({${names.join(", ")}})`, realm);
}

/** As much of a browser as page.js asks for. @param {string} search @param {string} [protocol] */
function browser(search = "", protocol = "https:") {
  const root = protocol === "file:" ? "file:///usb/site" : "https://catalog.example/base";
  const location = {protocol, search, href: `${root}/apps/${search}`, pathname: "/base/apps/"};
  const document = {currentScript: {src: `${root}/assets/page.js`}, documentElement: {lang: "en"}};
  const window = {};
  return {location, document, window, localStorage: {getItem: () => null, setItem: () => undefined}};
}

module.exports = {loaded, browser};
