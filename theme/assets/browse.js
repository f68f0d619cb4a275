// @ts-check
/* Search and filters of `/apps/`, in place. Without this script the page lists and links all the same.

   Owns the state in the address (q, a parameter a facet, sort, n) and the list of what matches. The engine finds, panel.js
   holds the filters, cards.js draws. Refuses cookies and requests beyond the index. */
(() => {
  "use strict";

  const browse = document.getElementById("browse");
  if (!browse) return;
  const {first, make, button, isPlain, say, number, indexed, kept, keep} = apsPage;
  const {PARAMS, SORTS} = apsSearch;
  const STEP = 24;
  const MOST = 5000;
  const QUIET = 400;
  const PATIENCE = 200;
  /* On a further page of the plain list relative links would break under another address, so it is left for good. */
  const paged = /page\/\d+\//.test(location.pathname);
  const field = /** @type {HTMLInputElement} */ (document.getElementById("q"));
  const [results, count, chips, tools] = [".results", ".count", ".chips", ".tools"].map((part) => first(browse, part));
  const sorter = /** @type {HTMLSelectElement} */ (first(browse, ".select select"));
  const given = {results: [...results.childNodes], count: [...count.childNodes]};
  const engine = apsSearch.create(indexed);
  const panel = apsPanel.create(browse, {
    toggle: (param, value) => go(toggled(now, param, value)),
    href: (param, value) => address(toggled(now, param, value)),
    ready: () => void show(),
  });
  let [turn, quiet, waiting, noted] = [0, 0, 0, 0];
  /** @type {Map<string, HTMLElement>} */
  const drawn = new Map();

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

  /** @param {State} state
   * @param {{typed?: boolean, focus?: number}} [how] */
  function go(state, how = {}) {
    if (paged) return how.typed ? undefined : location.assign(address(state));
    now = state;
    void show(how);
    clearTimeout(noted);
    if (how.typed) noted = setTimeout(() => note("replaceState")); else note("pushState");
  }

  /** Write the state into the address, for a key after its list, which it would hold up.
   * @param {"pushState" | "replaceState"} how */
  function note(how) {
    try {
      history[how](null, "", address(now));
    } catch {
      // Some browsers keep the address of a page from disk as it is; the list follows all the same.
    }
  }

  /** @param {State} state @param {string} param @param {string} value @returns {State} */
  function toggled(state, param, value) {
    const others = state.on[param].filter((other) => other !== value);
    return {...state, n: STEP, on: {...state.on, [param]: others.length < state.on[param].length ? others : [...others, value]}};
  }

  /** @param {Partial<State>} [held] @returns {State} */
  const empty = (held = {}) => ({q: "", sort: "", n: STEP, on: Object.fromEntries(PARAMS.map((param) => [param, []])), ...held});

  /** @param {State} state */
  const asks = (state) => Boolean(state.q.trim() || state.sort || state.n > STEP || PARAMS.some((param) => state.on[param].length));

  let now = read();
  let asRows = kept("view") === "rows";

  /* Drawing */

  /** The list is what was asked for, so it is drawn first; counts follow when it is on the screen.
   * @param {{typed?: boolean, focus?: number}} how */
  async function show(how = {}) {
    const [state, mine] = [now, ++turn];
    if (field.value !== state.q && !how.typed) field.value = state.q;
    clearTimeout(waiting);
    waiting = setTimeout(() => results.classList.add("waiting"), PATIENCE);
    try {
      const asking = asks(state);
      const found = await engine.find(state);
      const [manifest, shown] = await Promise.all([engine.manifest(), asking ? engine.cards(found.ids.slice(0, state.n)) : []]);
      if (mine !== turn) return;
      if (!asking) restore();
      else if (found.ids.length) list(manifest, state, found, shown, how.focus);
      told(asking ? sentence(manifest, found) : given.count, how.typed);
      arrived();
      sorter.value = found.sort;
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      if (mine !== turn) return;
      const [facets, counts] = await Promise.all([engine.facets(), engine.count(state)]);
      if (mine !== turn) return;
      if (!found.ids.length && asking) await nothing(facets, state, counts, mine);
      chips.replaceChildren(...applied(facets, state, found));
      panel.show(facets, state, found, counts);
      if (asking && found.ids.length < 3 && found.ids.length && !found.note) await perhaps(state, found, mine);
    } catch {
      if (mine !== turn) return;
      restore();
      told(given.count);
      chips.replaceChildren(make("span", {class: "small", role: "alert"}, say("The search index could not be loaded; the whole list is shown.")));
      arrived();
    }
  }

  function arrived() {
    clearTimeout(waiting);
    results.classList.remove("waiting");
  }

  /** The count line is read aloud, so it waits for a pause in typing.
   * @param {(Node | string)[]} said @param {boolean} [typed] */
  function told(said, typed = false) {
    clearTimeout(quiet);
    if (typed) quiet = setTimeout(() => count.replaceChildren(...said), QUIET); else count.replaceChildren(...said);
  }

  /** How many there are, and what was taken for what was typed.
   * @param {Manifest} manifest @param {Found} found @returns {(Node | string)[]} */
  function sentence(manifest, found) {
    const said = [make("b", {}, number(found.ids.length)), ` ${say("of {n} applications", {n: manifest.total})}`];
    if (found.note?.any) return [...said, say(", with some of the words")];
    return found.note ? [...said, ` ${say("for {words}", {words: found.note.words.map(([, taken]) => `“${taken}”`).join(say(" and "))})}`] : said;
  }

  /** The list as the page came: everything, by name. */
  function restore() {
    if (results.firstChild !== given.results[0]) results.replaceChildren(...given.results);
    apsMarks.decorate(results);
  }

  /** @param {Manifest} manifest @param {State} state @param {Found} found @param {Card[]} shown @param {number} [focus] */
  function list(manifest, state, found, shown, focus) {
    const nodes = [make("ul", {class: `cards${asRows ? " rows" : ""}`}, ...shown.map((one) => cardOf(manifest, one)))];
    const all = found.ids.length;
    if (all > state.n) {
      const more = button("", say("Show {n} more", {n: Math.min(STEP, all - state.n)}), () => go({...state, n: state.n + STEP}, {focus: state.n}), "btn large");
      nodes.push(make("div", {class: "pager"}, more, make("span", {class: "muted"}, say("{n} of {all} shown", {n: state.n, all}))));
    }
    results.replaceChildren(...nodes);
    apsMarks.decorate(results);
    if (focus !== undefined) /** @type {HTMLElement | undefined} */ (results.querySelectorAll("h3 a")[focus])?.focus();
  }

  /** A card that was drawn before is taken again.
   * @param {Manifest} manifest
   * @param {Card} card */
  function cardOf(manifest, card) {
    const held = drawn.get(card[0]) ?? apsCards.card(manifest, card);
    if (drawn.size < MOST) drawn.set(card[0], held);
    return held;
  }

  /** Nothing matches: what was asked, and what each way back would bring.
   * @param {Facets} facets @param {State} state @param {Counts} counts @param {number} mine */
  async function nothing(facets, state, counts, mine) {
    const found = await apsRecovery.ways(engine, facets, state, counts);
    if (mine !== turn) return;
    const ways = found.map((way, at) => make("li", {}, ...offered(way, at ? "btn" : "btn primary")));
    const q = state.q.trim();
    results.replaceChildren(make("div", {class: "zero"}, make("h3", {}, q ? say("Nothing found for “{q}”", {q}) : say("No application matches all filters")),
      make("p", {class: "muted small"}, say(ways.length ? "Each of these brings some back." : "Try fewer or other words, or start again.")),
      ways.length ? make("ul", {class: "ways"}, ...ways) : null,
      make("p", {class: "acts"}, link(say("All applications"), empty(), "btn"))));
  }

  /** @param {State} state @param {Found} found @param {number} mine */
  async function perhaps(state, found, mine) {
    const way = await apsRecovery.spelled(engine, state, found.ids.length);
    if (way && mine === turn) results.append(make("p", {class: "pager"}, ...offered(way, "btn")));
  }

  /** A way on, and how much it finds.
   * @param {Way} way @param {string} kind */
  const offered = ({words, state, all}, kind) => [link(words, {...state, n: STEP}, kind), make("span", {class: "muted"}, say("{n} found", {n: all}))];

  /** A link to a state that is followed in place.
   * @param {Node | string} words @param {State} state @param {string} kind @param {Node[]} more */
  function link(words, state, kind, ...more) {
    const made = make("a", {class: kind, href: address(state)}, words, ...more);
    made.addEventListener("click", (event) => {
      if (!isPlain(event)) return;
      event.preventDefault();
      go(state);
    });
    return made;
  }

  /** @param {Facets} facets @param {State} state @param {Found} found @returns {Node[]} */
  function applied(facets, state, found) {
    const nodes = PARAMS.flatMap((param) => state.on[param].filter((value) => !found.unknown.includes(value)).map((value) => {
      const words = make("span", {}, make("span", {class: "sr"}, `${say("Remove filter")} `), apsPanel.nameOf(facets, param, value));
      return link(words, toggled(state, param, value), "chip", make("i", {class: "i s i-close"}));
    }));
    if (nodes.length > 1) nodes.push(link(say("Clear filters"), empty({q: state.q, sort: state.sort}), "btn quiet"));
    if (found.unknown.length) nodes.push(make("span", {class: "small muted"}, say("Not known and left out: {values}", {values: found.unknown.join(", ")})));
    return nodes;
  }

  /* Tools: cards or rows, and a table of what is listed */

  /** @param {boolean} rows */
  function look(rows) {
    asRows = rows;
    for (const cards of results.querySelectorAll(".cards")) cards.classList.toggle("rows", rows);
    for (const choice of tools.querySelectorAll(".seg button")) choice.setAttribute("aria-pressed", String((choice.className === "as-rows") === rows));
  }

  async function table() {
    const {ids} = await engine.find(now);
    const [facets, manifest, cards] = await Promise.all([engine.facets(), engine.manifest(), engine.cards(ids)]);
    const values = (/** @type {string} */ param, /** @type {number} */ id) => facets.sets[param][facets.rows[param][id]].map((at) => facets.vocab[param][at]?.[1]).filter(Boolean).join("; ");
    const head = [say("Name"), say("Vendor"), say("Summary"), say("Type"), say("Models"), say("Regions"), say("Categories"), say("Routes"), say("Languages"), say("Plesk Panel criteria"), say("Readiness"), say("Page")];
    apsTable.save("applications.csv", [head, ...cards.map((card, at) => [card[1], card[2], card[3], manifest.vocab.type[card[4]][1], values("model", ids[at]), card[10], values("category", ids[at]),
      values("route", ids[at]), values("language", ids[at]), manifest.vocab.plesk[card[6]][1], card[7] < 0 ? say("Not stated") : String(card[7]), apsPage.address(`apps/${card[0]}/`)])]);
  }

  const views = [["as-cards", "grid", say("As cards")], ["as-rows", "rows", say("As rows")]].map(([kind, icon, words]) => {
    const choice = button(icon, words, () => { keep("view", kind === "as-rows" ? "rows" : "cards"); look(kind === "as-rows"); }, "icon-btn");
    choice.className = kind;
    return choice;
  });
  tools.append(make("div", {class: "seg", role: "group", "aria-label": say("View")}, ...views), button("load", say("Save this list as CSV"), () => void table(), "icon-btn"),
    button("code", say("Show this list on your own site"), () => location.assign(`${apsPage.address("embed/")}?of=${encodeURIComponent(location.search || "?")}`), "icon-btn"));
  look(asRows);

  /* Events */

  field.addEventListener("input", () => go({...now, q: field.value, n: STEP}, {typed: true}));
  field.addEventListener("focus", () => void engine.facets().catch(() => undefined), {once: true});
  field.form?.addEventListener("submit", (event) => { event.preventDefault(); go({...now, q: field.value, n: STEP}); });
  sorter.addEventListener("change", () => go({...now, sort: sorter.value, n: STEP}));
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !field.value) return;
    event.preventDefault();
    field.value = "";
    go({...now, q: "", n: STEP}, {typed: true});
  });
  window.addEventListener("popstate", () => { now = read(); void show(); });
  for (const part of browse.querySelectorAll(".scripted")) part.classList.remove("scripted");
  if (asks(now)) void show();
})();
