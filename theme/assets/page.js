// @ts-check
/* What every script of the site stands on: nodes, words, addresses, files of the index, what a reader keeps.

   Owns the one name `apsPage`. Refuses markup: what an entry says only ever becomes text. Nothing is sent anywhere, and
   what is kept stays in the reader's browser; where that is blocked, it lasts as long as the page. */

const apsPage = (() => {
  "use strict";

  const own = /** @type {HTMLScriptElement} */ (document.currentScript);
  /** The site's root, ending in a slash: this script lies in a folder below it. */
  const root = new URL("..", own.src).href;
  /* From disk nothing serves a folder's index, so addresses name it. */
  const leaf = location.protocol === "file:" ? "index.html" : "";
  const language = document.documentElement.lang || "en";
  /** @type {Map<string, unknown>} */
  const files = new Map();
  /** @type {Map<string, Promise<void>>} */
  const coming = new Map();
  /** @type {Map<string, unknown>} */
  const memory = new Map();
  const messages = /** @type {Record<string, string>} */ (Reflect.get(window, "apsMessages") ?? {});
  Object.assign(window, {apsIndex: (/** @type {string} */ name, /** @type {unknown} */ content) => files.set(name, content)});

  /** @template {HTMLElement} [T=HTMLElement] @param {ParentNode} inside @param {string} selector @returns {T} */
  function first(inside, selector) {
    return /** @type {T} */ (inside.querySelector(selector));
  }

  /** @param {string} tag @param {Record<string, string>} attributes @param {(Node | string | null)[]} inside */
  function make(tag, attributes, ...inside) {
    const drawn = ["svg", "circle", "text", "path"].includes(tag);
    const node = /** @type {HTMLElement} */ (drawn ? document.createElementNS("http://www.w3.org/2000/svg", tag) : document.createElement(tag));
    for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
    for (const part of inside) if (part !== null) node.append(part);
    return node;
  }

  /** A button with an icon, and words where it has room for them.
   * @param {string} icon @param {string} words @param {() => void} pressed @param {string} [kind] "icon-btn" hides the words */
  function button(icon, words, pressed, kind = "btn") {
    const small = kind === "icon-btn";
    const made = make("button", {type: "button", class: kind, ...(small ? {"aria-label": words, title: words} : {})},
      icon ? make("i", {class: `i ${small ? "s " : ""}i-${icon}`}) : null, small ? null : words);
    made.addEventListener("click", pressed);
    return made;
  }

  /** A button that copies a text, and says so; where the browser does not let it, the reader copies.
   * @param {string} words @param {() => string} text @param {(text: string) => void} [byHand] */
  function copier(words, text, byHand = (held) => window.prompt(say("Copy this address"), held)) {
    const made = button("link", words, async () => {
      try {
        await navigator.clipboard.writeText(text());
        made.lastChild?.replaceWith(say("Copied"));
      } catch {
        byHand(text());
      }
    });
    return made;
  }

  /** Whether a click means this page, and not another tab or window.
   * @param {MouseEvent} event */
  const isPlain = (event) => !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.button;

  /** A text of the site in the page's language: `say("Show {n} more", {n: 24})`.
   * @param {string} text @param {Record<string, string | number>} [values] */
  function say(text, values = {}) {
    return (messages[text] ?? text).replace(/\{(\w+)\}/g, (whole, name) => {
      const value = values[name];
      return typeof value === "number" ? number(value) : value ?? whole;
    });
  }

  /** One of two texts, by how many there are.
   * @param {number} n @param {string} one @param {string} many @param {Record<string, string | number>} [values] */
  const counted = (n, one, many, values = {}) => say(n === 1 ? one : many, {n, ...values});

  /** @param {number} value */
  const number = (value) => value.toLocaleString(language);

  /** A page of the site.
   * @param {string} path such as `apps/harbor-sync/` */
  const address = (path) => root + path + leaf;

  /** @param {string} src @returns {Promise<void>} */
  function script(src) {
    const known = coming.get(src);
    if (known) return known;
    const loaded = /** @type {Promise<void>} */ (new Promise((resolve, reject) => {
      const node = document.createElement("script");
      node.src = src;
      node.charset = "utf-8"; // Embedded, it may stand in a page of another encoding.
      node.onload = () => resolve();
      node.onerror = () => { node.remove(); coming.delete(src); reject(new Error(src)); };
      document.head.append(node);
    }));
    coming.set(src, loaded);
    return loaded;
  }

  /** A script of the site.
   * @param {string} name */
  const asset = (name) => script(`${root}assets/${name}.js`);

  /** A file of the index, by the name that it calls `apsIndex` with.
   * @param {string} name @returns {Promise<any>} */
  async function indexed(name) {
    if (!files.has("at")) await script(`${root}apps/index.js`); // It brings the manifest along.
    if (!files.has(name)) await script(`${root}apps/${files.get("at")}/${name}.js`);
    if (!files.has(name)) throw new Error(name);
    return files.get(name);
  }

  /** What a reader keeps under a name, if anything.
   * @param {string} name @returns {any} */
  function kept(name) {
    try {
      const text = localStorage.getItem(`aps.${name}`);
      return text === null ? memory.get(name) : JSON.parse(text);
    } catch {
      return memory.get(name);
    }
  }

  /** Keep something; false where it lasts only as long as the page.
   * @param {string} name @param {unknown} value */
  function keep(name, value) {
    memory.set(name, value);
    try {
      localStorage.setItem(`aps.${name}`, JSON.stringify(value));
      return true;
    } catch {
      return false;
    }
  }

  return {root, leaf, language, first, make, button, copier, isPlain, say, counted, number, address, asset, indexed, kept, keep};
})();
