// @ts-check
/* The page of a shortlist: the reader's own, or one out of a shared address, which stays as it came until it is kept.

   Owns the list, its link, its table and the leaflet with its code for phones. */
(() => {
  "use strict";

  const page = document.getElementById("shortlist");
  if (!page) return;
  const {first, make, button, copier, say, counted, asset} = apsPage;
  const {marked, put, link, decorate} = apsMarks;
  const shared = apsPicks.asked();
  const [title, status, actions, list, code] = ["h1", ".count", ".list-acts", ".list-body", ".list-code"].map((part) => first(page, part));
  let turn = 0;

  const slugs = () => shared ?? marked("shortlist").map(({slug}) => slug);

  /** The list's address for others: that of the published site, where this one lies on a disk. */
  function lasting() {
    const here = link("shortlist", slugs());
    if (location.protocol !== "file:") return here;
    return page?.dataset.site ? `${page.dataset.site}shortlist/?list=${slugs().join(",")}` : "";
  }

  async function show() {
    const mine = ++turn;
    try {
      const {manifest, picks, lost} = await apsPicks.load(slugs());
      if (mine !== turn) return;
      draw(manifest, picks, lost);
    } catch {
      status.textContent = say("The list could not be loaded. Try again when you are online.");
    }
  }

  /** @param {Manifest} manifest @param {Picked[]} picks @param {string[]} lost */
  function draw(manifest, picks, lost) {
    title.textContent = say(shared ? "A shared shortlist" : "Your shortlist");
    const said = [counted(picks.length, "{n} application", "{n} applications")];
    if (lost.length) said.push(say("not in the catalog any more: {names}", {names: lost.join(", ")}));
    if (!apsMarks.isLasting()) said.push(say("this browser keeps nothing, so the list lasts until the page is closed"));
    status.textContent = said.join("; ");
    actions.replaceChildren(...(picks.length ? acts(manifest, picks) : []));
    list.replaceChildren(...(picks.length ? [make("h2", {class: "sr"}, say("Applications")), table(manifest, picks)] : [nothing()]));
    decorate(list);
    void drawCode(picks.length > 0);
  }

  /** @param {Manifest} manifest @param {Picked[]} picks */
  function acts(manifest, picks) {
    const nodes = [];
    if (shared) nodes.push(button("bookmark", say("Keep as my shortlist"), () => take(picks), "btn primary"));
    else if (picks.length > 1) nodes.push(make("a", {class: "btn primary", href: link("compare", picks.slice(0, 4).map(({card}) => card[0]))}, make("i", {class: "i i-scales"}), picks.length > 4 ? say("Compare the first four") : say("Compare all")));
    nodes.push(copier(say("Copy link"), () => lasting() || location.href), button("load", say("CSV"), () => apsTable.save("shortlist.csv", apsPicks.rows(manifest, picks))),
      button("print", say("Print a leaflet"), () => print()));
    if (!shared) nodes.push(button("", say("Clear the list"), () => put("shortlist", []), "btn quiet"));
    return nodes;
  }

  /** @param {Picked[]} picks */
  function take(picks) {
    const own = marked("shortlist");
    const more = picks.filter(({card}) => !own.some(({slug}) => slug === card[0])).map(({card}) => ({slug: card[0], name: card[1], logo: card[9].split(" ")[0]}));
    put("shortlist", [...own, ...more]);
    location.assign(apsPage.address("shortlist/"));
  }

  /** @param {Manifest} manifest @param {Picked[]} picks */
  function table(manifest, picks) {
    const contact = manifest.facts.length - 1;
    return make("ul", {class: "cards leaflet"}, ...picks.map(({card, facts}) => {
      const drawn = apsCards.card(manifest, card);
      drawn.append(make("p", {class: "on-paper"}, facts[contact].replaceAll("\n", ", ")));
      return drawn;
    }));
  }

  function nothing() {
    return make("div", {class: "zero"}, make("h2", {}, say("Nothing is on the list yet")),
      make("p", {class: "muted small"}, say("The bookmark on a card puts an application here. The list stays in this browser, and its link shows it to others.")),
      make("a", {class: "btn", href: apsPage.address("apps/")}, say("All applications")));
  }

  /** The list's address as a code for phones, drawn as squares of one path.
   * @param {boolean} some */
  async function drawCode(some) {
    const address = some ? lasting() : "";
    code.hidden = !address;
    if (!address) return;
    await asset("vendor/qrcode");
    const made = Reflect.get(window, "qrcode")(0, "M");
    made.addData(address);
    made.make();
    const size = made.getModuleCount();
    const dark = Array.from({length: size * size}, (_, at) => [at % size, Math.floor(at / size)]).filter(([x, y]) => made.isDark(y, x));
    const drawn = make("svg", {viewBox: `-4 -4 ${size + 8} ${size + 8}`, role: "img", "aria-label": say("Code with the address of this list"), "shape-rendering": "crispEdges"},
      make("path", {d: dark.map(([x, y]) => `M${x} ${y}h1v1h-1z`).join("")}));
    code.replaceChildren(drawn, make("p", {}, say("The list on your phone")), make("p", {class: "on-paper address"}, address));
  }

  if (shared === null) apsMarks.changed(() => void show());
  void show();
})();
