// @ts-check
/* Up to four applications side by side, what differs first. Which ones stands in the address.

   Roles are spelled out, since a narrow screen lays the table out as a grid, which hides what its tags mean. */
(() => {
  "use strict";

  const page = document.getElementById("compare");
  if (!page) return;
  const {first, make, button, copier, say, counted, address} = apsPage;
  const MOST = 4;
  const slugs = (apsPicks.asked() ?? apsMarks.marked("compare").map(({slug}) => slug)).slice(0, MOST);
  const [title, status, actions, body] = ["h1", ".count", ".list-acts", ".list-body"].map((part) => first(page, part));

  /** @param {Picked[]} picks @param {string} slug */
  function without(picks, slug) {
    const left = picks.map(({card}) => card[0]).filter((other) => other !== slug);
    apsMarks.put("compare", apsMarks.marked("compare").filter((mark) => mark.slug !== slug));
    location.replace(apsMarks.link("compare", left));
  }

  /** @param {Manifest} manifest @param {Picked[]} picks @param {number} differing */
  function head(manifest, picks, differing) {
    const columns = picks.map(({card: [slug, name, vendor, , , , , , flags, paths, , language]}) => make("th", {scope: "col", role: "columnheader"},
      make("div", {class: "head"}, make("span", {class: "bar"}, apsCards.logo(name, paths), button("close", say("Take {name} out", {name}), () => without(picks, slug), "icon-btn")),
        make("h2", {}, make("a", {href: address(`apps/${slug}/`)}, apsCards.apart(name, language, 0))),
        make("p", {class: "by"}, apsCards.apart(vendor, language, 1), flags & 1 ? apsCards.demo() : null))));
    const all = manifest.facts.length;
    return make("thead", {role: "rowgroup"}, make("tr", {role: "row"}, make("td", {class: "key", role: "cell"}, make("span", {class: "muted small"}, say("{n} of {all} facts differ", {n: differing, all}))), ...columns));
  }

  /** @param {string} text @param {number} at @param {Picked} pick @param {Manifest} manifest */
  function cell(text, at, pick, manifest) {
    if (!text) return make("td", {role: "cell"}, make("span", {class: "ns"}, say("Not stated")));
    if (at === 0) return make("td", {role: "cell"}, make("span", {class: `type ${manifest.vocab.type[pick.card[4]][0]}`}, text));
    const [line, ...remarks] = text.split("\n");
    return make("td", {role: "cell"}, line, ...remarks.map((remark) => make("span", {class: "muted"}, remark)));
  }

  /** @param {string} name @param {string} kind @param {number[]} places @param {Manifest} manifest @param {Picked[]} picks */
  function group(name, kind, places, manifest, picks) {
    const sign = kind === "diff" ? "≠" : "=";
    return make("tbody", {class: kind, role: "rowgroup"}, make("tr", {class: "cmp-group", role: "row"}, make("th", {colspan: String(picks.length + 1), scope: "rowgroup", role: "rowheader"}, name)),
      ...places.map((at) => make("tr", {role: "row"}, make("th", {scope: "row", role: "rowheader"}, make("span", {class: "sign", "aria-hidden": "true"}, sign), manifest.facts[at]),
        ...picks.map((pick) => cell(pick.facts[at], at, pick, manifest)))));
  }

  /** @param {Manifest} manifest @param {Picked[]} picks */
  function table(manifest, picks) {
    const places = manifest.facts.map((_, at) => at);
    const differs = (/** @type {number} */ at) => picks.some(({facts}) => facts[at] !== picks[0].facts[at]);
    const different = places.filter(differs);
    const same = places.filter((at) => !differs(at) && picks[0].facts[at]);
    const silent = places.filter((at) => !differs(at) && !picks[0].facts[at]);
    const caption = make("caption", {class: "sr"}, say("The applications side by side, what differs first"));
    const groups = /** @type {[string, string, number[]][]} */ ([[say("Different"), "diff", different], [say("The same for all"), "same", same], [say("Stated by none"), "silent", silent]]);
    return make("table", {class: `cmp of-${picks.length}`, role: "table"}, caption, head(manifest, picks, different.length),
      ...groups.filter(([, , rows]) => rows.length).map(([name, kind, rows]) => group(name, kind, rows, manifest, picks)));
  }

  /** @param {Manifest} manifest @param {Picked[]} picks */
  function acts(manifest, picks) {
    const only = make("input", {type: "checkbox", id: "only"});
    only.addEventListener("change", () => body.classList.toggle("only", /** @type {HTMLInputElement} */ (only).checked));
    return [make("label", {class: "small only-label", for: "only"}, only, say("Differences only")), copier(say("Copy link"), () => location.href),
      button("load", say("CSV"), () => apsTable.save("compare.csv", apsPicks.rows(manifest, picks))), button("print", say("Print"), () => print())];
  }

  async function show() {
    try {
      const {manifest, picks, lost} = await apsPicks.load(slugs);
      title.textContent = picks.length ? counted(picks.length, "Compare {n} application", "Compare {n} applications") : say("Compare");
      const said = lost.length ? say("Not in the catalog any more: {names}", {names: lost.join(", ")}) : "";
      status.textContent = picks.length ? said : [said, say("Nothing is chosen yet: the scales on a card put an application here, up to four.")].filter(Boolean).join(" ");
      if (!picks.length) return void body.replaceChildren(make("a", {class: "btn", href: address("apps/")}, say("All applications")));
      actions.replaceChildren(...acts(manifest, picks));
      body.replaceChildren(make("div", {class: "cmp-wrap", tabindex: "0", role: "region", "aria-label": say("Comparison")}, table(manifest, picks)));
    } catch {
      status.textContent = say("The comparison could not be loaded. Try again when you are online.");
    }
  }

  void show();
})();
