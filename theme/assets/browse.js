// @ts-check
/* Search and filters of `/apps/`, in place. Without this script the page lists and links all the same.

   Owns the state in the address (q, a parameter a facet, sort, n), loading the index's files
   (classic scripts, so that it works from disk) and drawing what matches. Builds nodes, never markup: what an entry
   says stays text. Refuses cookies, storage and requests beyond the index. */
(() => {
  "use strict";

  const browse = document.getElementById("browse");
  if (!browse) return;
  const {PARAMS, SORTS, create, nameOf} = apsSearch;
  const STEP = 24;
  const MOST = 5000;
  const QUIET = 400;
  /* On a further page of the plain list relative links would break under another address, so it is left for good. */
  const paged = /page\/\d+\//.test(location.pathname);
  const root = (browse.dataset.root ?? "").replace(/index\.html$/, "");
  const leaf = browse.dataset.leaf ?? "";
  const field = /** @type {HTMLInputElement} */ (document.getElementById("q"));
  const [results, count, chips, opened] = [".results", ".count", ".chips", ".filters-open"].map((part) => first(browse, part));
  const sorter = /** @type {HTMLSelectElement} */ (first(browse, ".select select"));
  const options = /** @type {HTMLElement[]} */ ([...browse.querySelectorAll("[data-filter]")]);
  const given = {results: [...results.childNodes], count: [...count.childNodes], numbers: options.map((option) => first(option, ".n").textContent)};
  const [engine, files] = [create(fileOf), new Map()];
  Object.assign(window, {apsIndex: (/** @type {string} */ name, /** @type {unknown} */ content) => files.set(name, content)});
  let [turn, quiet] = [0, 0];

  /** @param {ParentNode} inside @param {string} selector */
  function first(inside, selector) {
    return /** @type {HTMLElement} */ (inside.querySelector(selector));
  }

  /** @param {string} tag @param {Record<string, string>} attributes @param {(Node | string | null)[]} inside */
  function make(tag, attributes, ...inside) {
    const drawn = ["svg", "circle", "text"].includes(tag);
    const node = drawn ? document.createElementNS("http://www.w3.org/2000/svg", tag) : document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
    node.append(...inside.filter((part) => part !== null));
    return node;
  }

  /* Cards, as theme/catalog/card.html draws them */

  /** @param {number} met @param {number} total */
  function ring(met, total) {
    const at = {cx: "18", cy: "18", r: "15"};
    const label = met < 0 ? "Readiness not stated" : `Readiness ${met} of ${total} materials`;
    return make("svg", {class: met < 0 ? "ring none" : "ring", viewBox: "0 0 36 36", role: "img", "aria-label": label}, make("circle", at),
      met > 0 ? make("circle", {...at, class: "arc", pathLength: String(total), "stroke-dasharray": `${met} ${total}`}) : null,
      make("text", {x: "18", y: "22"}, met < 0 ? "–" : String(met)));
  }

  /** @param {string} name @param {string} paths one picture, or two: for light and for dark ground */
  function logo(name, paths) {
    const [light, dark] = paths.split(" ");
    if (!light) {
      const letter = [...name].find((sign) => /[\p{L}\p{N}]/u.test(sign)) ?? name.slice(0, 1);
      return make("span", {class: "logo none", "aria-hidden": "true"}, letter.toUpperCase());
    }
    const picture = (/** @type {string} */ src, /** @type {string} */ ground) =>
      make("img", {src: root + src, alt: "", width: "48", height: "48", loading: "lazy", class: ground});
    return make("span", {class: dark ? "logo has-dark" : "logo"}, picture(light, dark ? "on-light" : ""), dark ? picture(dark, "on-dark") : null);
  }

  /** @param {string} answer @param {string} title */
  function verdict(answer, title) {
    return make("span", {class: `tag plesk ${answer}`, title}, "Plesk", make("span", {class: "sr"}, `: ${title}`));
  }

  /** @param {Manifest} manifest @param {Card} shown */
  function card({vocab, materials}, shown) {
    const [slug, name, vendor, summary, type, models, plesk, readiness, flags, paths, where, language] = shown;
    const foreign = (/** @type {string} */ text) => /[^\x00-\u024f\u2000-\u20cf]/.test(text);
    const apart = (/** @type {string} */ text) => make("bdi", language && foreign(text) ? {lang: language} : {}, text);
    const [kind, kindName] = vocab.type[type];
    return make("li", {class: flags & 2 ? "card unclaimed" : "card"},
      make("div", {class: "card-head"}, logo(name, paths),
        make("div", {}, make("h3", {}, make("a", {href: `${root}apps/${slug}/${leaf}`}, apart(name))),
          make("p", {class: "by"}, apart(vendor),
            flags & 1 ? make("span", {class: "tag demo", title: "Demonstration entry: invented vendor"}, "Demo") : null)),
        ring(readiness, materials)),
      make("p", {class: "sum", dir: "auto", ...(language && foreign(summary) ? {lang: language} : {})}, summary),
      make("div", {class: "badges"}, make("span", {class: `type ${kind}`}, kindName), ...models.map((model) => {
        const [id, word] = vocab.model[model];
        return id === "not-stated" ? make("span", {class: "tag unknown"}, "Model not stated") : make("span", {class: "tag"}, word);
      }), verdict(...vocab.plesk[plesk])),
      make("p", {class: "where", title: where}, make("bdi", {}, where)));
  }

  /* State and address */

  /** @returns {State} */
  function read() {
    const asked = new URLSearchParams(location.search);
    const [sort, n] = [asked.get("sort") ?? "", Number(asked.get("n"))];
    return {
      q: asked.get("q") ?? "",
      sort: SORTS.includes(sort) ? sort : "",
      n: Number.isInteger(n) && n > STEP ? Math.min(n, MOST) : STEP,
      on: Object.fromEntries(PARAMS.map((param) => [param, [...new Set(asked.getAll(param))].filter(Boolean)])),
    };
  }

  /** @param {State} state */
  function address(state) {
    const said = new URLSearchParams();
    for (const param of PARAMS) for (const value of state.on[param]) said.append(param, value);
    if (state.n > STEP) said.set("n", String(state.n));
    if (state.q) said.set("q", state.q);
    if (state.sort) said.set("sort", state.sort);
    said.sort();
    const query = said.toString().replaceAll("%2F", "/");
    return location.pathname.replace(/page\/\d+\//, "") + (query ? `?${query}` : "");
  }

  /** @param {State} state @param {{typed?: boolean, focus?: number}} [how] */
  function go(state, how = {}) {
    if (paged) return how.typed ? undefined : location.assign(address(state));
    try {
      history[how.typed ? "replaceState" : "pushState"](null, "", address(state));
    } catch {
      // Some browsers keep the address of a page from disk as it is; the list follows all the same.
    }
    void show(state, how);
  }

  /** @param {State} state @param {string} param @param {string} value @returns {State} */
  function toggled(state, param, value) {
    const others = state.on[param].filter((other) => other !== value);
    return {...state, n: STEP, on: {...state.on, [param]: others.length < state.on[param].length ? others : [...others, value]}};
  }

  /** @param {State} state */
  const asks = (state) => Boolean(state.q.trim() || state.sort || state.n > STEP || PARAMS.some((param) => state.on[param].length));

  /** A file of the index: a script that calls `apsIndex` with its name and content. @param {string} name @returns {Promise<any>} */
  function fileOf(name) {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = (browse?.dataset.index ?? "").replace("manifest.js", `${name}.js`);
      script.onload = () => files.has(name) ? resolve(files.get(name)) : reject(new Error(name));
      script.onerror = () => { script.remove(); reject(new Error(name)); };
      document.head.append(script);
    });
  }

  /* Drawing */

  /** @param {State} state @param {{typed?: boolean, focus?: number}} how */
  async function show(state, how = {}) {
    const mine = ++turn;
    if (field.value !== state.q && !how.typed) field.value = state.q;
    if (!asks(state)) return restore();
    try {
      const found = await engine.find(state);
      const [manifest, shown] = await Promise.all([engine.manifest(), engine.cards(found.ids.slice(0, state.n))]);
      if (mine !== turn) return;
      if (found.ids.length) results.replaceChildren(...list(manifest, state, found, shown));
      if (how.focus !== undefined) /** @type {HTMLElement | undefined} */ (results.querySelectorAll("h3 a")[how.focus])?.focus();
      clearTimeout(quiet);
      const say = () => count.replaceChildren(...told(manifest, found));
      if (how.typed) quiet = setTimeout(say, QUIET); else say();
      sorter.value = found.sort;
      const [facets, counts] = await Promise.all([engine.facets(), engine.count(state)]);
      if (mine !== turn) return;
      if (!found.ids.length) results.replaceChildren(nothing(facets, state, counts));
      chips.replaceChildren(...applied(facets, state, found));
      panel(state, found, counts);
    } catch {
      if (mine !== turn) return;
      restore();
      chips.replaceChildren(make("span", {class: "small", role: "alert"}, "The search index could not be loaded; the whole list is shown."));
    }
  }

  /** How many there are, and what was taken for what was typed. @param {Manifest} manifest @param {Found} found @returns {(Node | string)[]} */
  function told(manifest, found) {
    const said = [make("b", {}, found.ids.length.toLocaleString("en")), ` of ${manifest.total.toLocaleString("en")} applications`];
    if (found.note?.any) return [...said, ", with some of the words"];
    return found.note ? [...said, ` for ${found.note.words.map(([, taken]) => `“${taken}”`).join(" and ")}`] : said;
  }

  /** The list as the page came: everything, by name. */
  function restore() {
    results.replaceChildren(...given.results);
    clearTimeout(quiet);
    count.replaceChildren(...given.count);
    chips.replaceChildren();
    options.forEach((option, at) => mark(option, false, given.numbers[at] ?? ""));
    browse?.querySelectorAll(".on").forEach((badge) => badge.remove());
    opened.lastChild?.replaceWith("Filters");
    sorter.value = "name";
  }

  /** @param {Manifest} manifest @param {State} state @param {Found} found @param {Card[]} shown @returns {Node[]} */
  function list(manifest, state, found, shown) {
    const nodes = [make("ul", {class: "cards"}, ...shown.map((one) => card(manifest, one)))];
    const all = found.ids.length;
    if (all > state.n) {
      const more = make("button", {class: "btn large", type: "button"}, `Show ${Math.min(STEP, all - state.n)} more`);
      more.addEventListener("click", () => go({...state, n: state.n + STEP}, {focus: state.n}));
      nodes.push(make("div", {class: "pager"}, more, make("span", {class: "muted"}, `${state.n} of ${all.toLocaleString("en")} shown`)));
    }
    return nodes;
  }

  /** Nothing matches: what was asked, and what each way back would bring. @param {Facets} facets @param {State} state @param {Counts} counts */
  function nothing(facets, state, counts) {
    const ways = Object.entries(counts.without).filter(([, more]) => more).sort((a, b) => b[1] - a[1]).map(([param, more]) => {
      const words = param === "q" ? `Without “${state.q.trim()}”` : `Without ${state.on[param].map((value) => nameOf(facets, param, value)).join(", ")}`;
      const next = param === "q" ? {...state, q: ""} : {...state, on: {...state.on, [param]: []}};
      return make("li", {}, link(words, {...next, n: STEP}, "btn"), make("span", {class: "muted"}, `${more.toLocaleString("en")} found`));
    });
    return make("div", {class: "zero"}, make("h3", {}, state.q.trim() ? `Nothing found for “${state.q.trim()}”` : "No application matches all filters"),
      make("p", {class: "muted small"}, ways.length ? "Taking one condition away brings some back." : "Try fewer or other words, or start again."),
      ways.length ? make("ul", {class: "ways"}, ...ways) : null,
      make("p", {class: "acts"}, link("All applications", empty(), "btn")));
  }

  /** @param {Partial<State>} [kept] @returns {State} */
  const empty = (kept = {}) => ({q: "", sort: "", n: STEP, on: Object.fromEntries(PARAMS.map((param) => [param, []])), ...kept});

  /** A link to a state that is followed in place. @param {Node | string} words @param {State} state @param {string} kind @param {Node[]} more */
  function link(words, state, kind, ...more) {
    const made = make("a", {class: kind, href: address(state)}, words, ...more);
    made.addEventListener("click", (event) => follow(/** @type {MouseEvent} */ (event), state));
    return made;
  }

  /** @param {MouseEvent} event @param {State} state */
  function follow(event, state) {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    go(state);
  }

  /** @param {Facets} facets @param {State} state @param {Found} found @returns {Node[]} */
  function applied(facets, state, found) {
    const nodes = PARAMS.flatMap((param) => state.on[param].filter((value) => !found.unknown.includes(value)).map((value) => {
      const words = make("span", {}, make("span", {class: "sr"}, "Remove filter "), nameOf(facets, param, value));
      return link(words, toggled(state, param, value), "chip", make("i", {class: "i s i-close"}));
    }));
    if (nodes.length > 1) nodes.push(link("Clear filters", empty({q: state.q, sort: state.sort}), "btn quiet"));
    if (found.unknown.length) nodes.push(make("span", {class: "small muted"}, `Not known and left out: ${found.unknown.join(", ")}`));
    return nodes;
  }

  /** @param {HTMLElement} option @param {boolean} on @param {string} number */
  function mark(option, on, number) {
    first(option, ".n").textContent = number;
    option.classList.toggle("off", number === "0" && !on);
    if (on) option.setAttribute("aria-current", "true"); else option.removeAttribute("aria-current");
  }

  /** Counts that ignore their own facet's selection. @param {State} state @param {Found} found @param {Counts} counts */
  function panel(state, found, counts) {
    const known = (/** @type {string} */ param) => (state.on[param] ?? []).filter((value) => !found.unknown.includes(value));
    for (const option of options) {
      const [[param, value]] = new URLSearchParams(option.dataset.filter);
      mark(option, state.on[param].includes(value), (counts.of[param].get(value) ?? 0).toLocaleString("en"));
    }
    for (const facet of /** @type {NodeListOf<HTMLElement>} */ (browse?.querySelectorAll(".facet"))) {
      const on = known(facet.dataset.facet ?? "").length;
      facet.querySelector(".on")?.remove();
      if (on) first(facet, "summary .i").before(make("span", {class: "on"}, String(on), make("span", {class: "sr"}, " chosen")));
    }
    const all = PARAMS.reduce((sum, param) => sum + known(param).length, 0);
    opened.lastChild?.replaceWith(all ? `Filters (${all})` : "Filters");
  }

  /* Events */

  for (const option of options) {
    option.addEventListener("click", (event) => {
      if (!(option instanceof HTMLAnchorElement)) return;
      const [[param, value]] = new URLSearchParams(option.dataset.filter);
      follow(event, toggled(read(), param, value));
    });
  }
  field.addEventListener("input", () => go({...read(), q: field.value, n: STEP}, {typed: true}));
  field.addEventListener("focus", () => void engine.facets().catch(() => undefined), {once: true});
  field.form?.addEventListener("submit", (event) => { event.preventDefault(); go({...read(), q: field.value, n: STEP}); });
  sorter.addEventListener("change", () => go({...read(), sort: sorter.value, n: STEP}));
  document.addEventListener("keydown", (event) => {
    const typing = /** @type {HTMLElement} */ (event.target).closest("input, textarea, select, [contenteditable]");
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      field.select();
    } else if (event.key === "Escape" && event.target === field && field.value) {
      event.preventDefault();
      field.value = "";
      go({...read(), q: "", n: STEP}, {typed: true});
    }
  });
  window.addEventListener("popstate", () => void show(read()));
  document.querySelectorAll("#browse .scripted").forEach((part) => part.classList.remove("scripted"));
  void show(read());
})();
