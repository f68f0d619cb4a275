// @ts-check
/* The page that gives partners a piece of HTML for their own sites: for one application, or for a filtered list. */
(() => {
  "use strict";

  const page = document.getElementById("embedding");
  if (!page) return;
  const {first, make, copier, say, root, asset} = apsPage;
  const site = location.protocol === "file:" ? page.dataset.site ?? "" : root;
  const field = /** @type {HTMLInputElement} */ (first(page, "input"));
  const [code, preview, acts] = [".embed-code", ".embed-preview", ".list-acts"].map((part) => first(page, part));
  let turn = 0;

  /** What was typed or pasted: an entry's address, a list's address, or a slug.
   * @param {string} text @returns {{entry: string} | {filter: string}} */
  function read(text) {
    const entry = /(?:^|\/apps\/)([a-z0-9-]+)(?:\/(?:index\.html)?)?$/.exec(text.trim());
    if (entry && entry[1] !== "apps") return {entry: entry[1]};
    const query = new URLSearchParams(text.includes("?") ? text.slice(text.indexOf("?") + 1) : text.trim());
    const kept = [...query].filter(([name, value]) => value && (["q", "sort"].includes(name) || apsSearch.PARAMS.includes(name)));
    return {filter: new URLSearchParams(kept).toString().replaceAll("%2F", "/")};
  }

  /** @param {string} text */
  const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");

  /** @param {string} attribute @param {string} value @param {string} href @param {string} words */
  function snippet(attribute, value, href, words) {
    const name = value ? ` ${attribute}="${escaped(value)}"` : "";
    return `<aps-catalog${name}><a href="${escaped(href)}">${escaped(words)}</a></aps-catalog>\n<script src="${escaped(site)}assets/embed.js" defer></script>\n`;
  }

  async function show() {
    const mine = ++turn;
    const asked = read(field.value);
    const one = "entry" in asked;
    const value = one ? asked.entry : asked.filter;
    const picks = one ? (await apsPicks.load([value])).picks : [];
    if (mine !== turn) return;
    if (one && !picks.length) return void (code.textContent = say("No application has this address."));
    const name = one ? picks[0].card[1] : "";
    code.textContent = one ? snippet("entry", value, `${site}apps/${value}/`, say("{name} in the APS Catalog", {name}))
      : snippet("filter", value, `${site}apps/${value ? `?${value}` : ""}`, say("Applications in the APS Catalog"));
    preview.replaceChildren(make("aps-catalog", {[one ? "entry" : "filter"]: value}));
  }

  acts.append(copier(say("Copy"), () => code.textContent ?? "", () => getSelection()?.selectAllChildren(code)));
  field.value = new URLSearchParams(location.search).get("of") ?? field.value;
  field.addEventListener("input", () => void show());
  field.form?.addEventListener("submit", (event) => event.preventDefault());
  void asset("embed").then(show);
})();
