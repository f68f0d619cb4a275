// @ts-check
/* Runs where it stands, in the header, before the page is first drawn: light or dark as the reader chose, and the four
   names that Material's script expects. Material writes these lines into each page; here they are a file, so that the
   Content-Security-Policy may refuse every script inside a page. */
(() => {
  "use strict";

  const scope = new URL("../", /** @type {HTMLScriptElement} */ (document.currentScript).src);

  /** What was kept under a name; null where there is nothing, or the browser keeps nothing.
   * @param {string} name @param {Storage} [place] @param {URL} [site] */
  function get(name, place, site = scope) {
    try {
      return JSON.parse((place ?? localStorage).getItem(`${site.pathname}.${name}`) ?? "null");
    } catch {
      return null;
    }
  }

  /** @param {string} name @param {unknown} value @param {Storage} [place] @param {URL} [site] */
  function set(name, value, place, site = scope) {
    try {
      (place ?? localStorage).setItem(`${site.pathname}.${name}`, JSON.stringify(value));
    } catch {
      // A browser that keeps nothing forgets the choice with the page.
    }
  }

  /** @param {string} text */
  const hash = (text) => [...text].reduce((sum, sign) => (sum << 5) - sum + sign.charCodeAt(0), 0);

  Object.assign(window, {__md_scope: scope, __md_get: get, __md_set: set, __md_hash: hash});

  /** The attributes of the body by name. Who follows the system gets those of the switch for what it shows now.
   * @param {{media?: string}} colours @returns {Record<string, string | null>} */
  function shown(colours) {
    if (colours.media !== "(prefers-color-scheme)") return {...colours};
    const now = matchMedia("(prefers-color-scheme: light)").matches ? "light" : "dark";
    const input = document.querySelector(`[data-md-color-media='(prefers-color-scheme: ${now})']`);
    return Object.fromEntries(["media", "scheme", "primary", "accent"].map((part) => [part, input?.getAttribute(`data-md-color-${part}`) ?? null]));
  }

  for (const [part, value] of Object.entries(shown(get("__palette")?.color ?? {}))) {
    if (value !== null) document.body.setAttribute(`data-md-color-${part}`, value);
  }
})();
