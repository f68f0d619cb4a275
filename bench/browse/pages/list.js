// What the peers' pages share: the list, drawn anew with each key. `find` gives [slug, name, vendor, summary] of the first.
"use strict";

/** @param {(question: string) => Promise<string[][]>} find */
window.listed = (find) => {
  const [field, results] = [document.getElementById("q"), document.querySelector(".results")];
  let turn = 0;

  /** @param {string} tag @param {(Node | string)[]} inside */
  function make(tag, ...inside) {
    const node = document.createElement(tag);
    node.append(...inside);
    return node;
  }

  async function show() {
    const mine = ++turn;
    const found = await find(field.value);
    if (mine !== turn) return;
    results.replaceChildren(found.length ? make("ul", ...found.map(([slug, name, vendor, summary]) => {
      const link = make("a", name);
      link.href = `apps/${slug}.html`;
      return make("li", make("h3", link), make("p", vendor), make("p", summary));
    })) : make("p", "Nothing found"));
  }

  field.addEventListener("input", () => void show());
  field.value = new URLSearchParams(location.search).get("q") ?? "";
  if (field.value) void show();
};
