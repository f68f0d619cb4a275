// @ts-check
/* Cards of entries out of the index, the same as theme/catalog/card.html draws. */

const apsCards = (() => {
  "use strict";

  const {make, say, root, address} = apsPage;

  /** @param {number} met @param {number} total */
  function ring(met, total) {
    const at = {cx: "18", cy: "18", r: "15"};
    const label = met < 0 ? say("Readiness not stated") : say("Readiness {met} of {total} materials", {met, total});
    return make("svg", {class: met < 0 ? "ring none" : "ring", viewBox: "0 0 36 36", role: "img", "aria-label": label}, make("circle", at),
      met > 0 ? make("circle", {...at, class: "arc", pathLength: String(total), "stroke-dasharray": `${met} ${total}`}) : null,
      make("text", {x: "18", y: "22"}, met < 0 ? "–" : String(met)));
  }

  /** @param {string} name @param {string} paths one picture, or two: for light and for dark ground @param {string} [size] */
  function logo(name, paths, size = "") {
    const [light, dark] = paths.split(" ");
    if (!light) {
      const letter = [...name].find((sign) => /[\p{L}\p{N}]/u.test(sign)) ?? name.slice(0, 1);
      return make("span", {class: `logo none${size}`, "aria-hidden": "true"}, letter.toUpperCase());
    }
    const picture = (/** @type {string} */ src, /** @type {string} */ ground) =>
      make("img", {src: root + src, alt: "", width: "48", height: "48", loading: "lazy", class: ground});
    return make("span", {class: `logo${dark ? " has-dark" : ""}${size}`}, picture(light, dark ? "on-light" : ""), dark ? picture(dark, "on-dark") : null);
  }

  /** @param {string} answer @param {string} title */
  function verdict(answer, title) {
    return make("span", {class: `tag plesk ${answer}`, title}, "Plesk", make("span", {class: "sr"}, `: ${title}`));
  }

  /** The language of a card's name (0), vendor (1) or summary (2), where it is not the page's.
   * @param {string} languages @param {number} at @returns {Record<string, string>} */
  function spoken(languages, at) {
    const own = languages ? languages.split(" ")[at] : "en";
    return own === apsPage.language ? {} : {lang: own};
  }

  /** A name (0) or a vendor (1) in its own language and direction.
   * @param {string} text @param {string} languages @param {number} at */
  const apart = (text, languages, at) => make("bdi", spoken(languages, at), text);

  const demo = () => make("span", {class: "tag demo", title: say("Demonstration entry: invented vendor")}, say("Demo"));

  /** @param {Manifest} manifest @param {Card} shown */
  function card({vocab, materials}, shown) {
    const [slug, name, vendor, summary, type, models, plesk, readiness, flags, paths, where, language] = shown;
    const [kind, kindName] = vocab.type[type];
    return make("li", {class: flags & 2 ? "card unclaimed" : "card"},
      make("div", {class: "card-head"}, logo(name, paths),
        make("div", {}, make("h3", {}, make("a", {href: address(`apps/${slug}/`)}, apart(name, language, 0))),
          make("p", {class: "by"}, apart(vendor, language, 1), flags & 1 ? demo() : null)),
        ring(readiness, materials)),
      make("p", {class: "sum", dir: "auto", ...spoken(language, 2)}, summary),
      make("div", {class: "badges"}, make("span", {class: `type ${kind}`}, kindName), ...models.map((model) => {
        const [id, word] = vocab.model[model];
        return id === "not-stated" ? make("span", {class: "tag unknown"}, say("Model not stated")) : make("span", {class: "tag"}, word);
      }), verdict(...vocab.plesk[plesk])),
      make("p", {class: "where", title: where}, make("bdi", {}, where)));
  }

  return {card, logo, apart, demo};
})();
