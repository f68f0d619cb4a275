// Runs before any page of the benchmark: says when its list first changed, and how long a key takes until it does.
// Without a page's own help, so that all are timed alike. Parsing the page is no change.
"use strict";

(() => {
  const bench = {shown: 0, /** @type {(() => void) | null} */ waiting: null};

  new MutationObserver((records) => {
    const changed = (/** @type {MutationRecord} */ {target}) => target instanceof Element && target.classList.contains("results");
    if (document.readyState === "loading" || !records.some(changed)) return;
    bench.shown ||= performance.now();
    bench.waiting?.();
  }).observe(document, {childList: true, subtree: true});

  const pause = (/** @type {number} */ time) => new Promise((resolve) => setTimeout(resolve, time));

  /** Milliseconds from an input event to the changed list; the panel may follow before the next. @param {string} text */
  async function type(text) {
    const field = /** @type {HTMLInputElement} */ (document.getElementById("q"));
    const changed = new Promise((resolve) => { bench.waiting = () => resolve(undefined); });
    field.value = text;
    const begun = performance.now();
    field.dispatchEvent(new Event("input", {bubbles: true}));
    await changed;
    const took = performance.now() - begun;
    bench.waiting = null;
    await pause(60);
    return took;
  }

  /** Milliseconds until all counts are known. @param {any} state */
  async function count(state) {
    const begun = performance.now();
    await window.benchPage.count(state);
    return performance.now() - begun;
  }

  /** What each of many steps took, or null where they take more than `limit` seconds in all.
   * @param {"type" | "count"} step @param {any[]} asked @param {number} limit */
  async function series(step, asked, limit) {
    const end = performance.now() + limit * 1000;
    const times = [];
    for (const one of asked) {
      const took = await Promise.race([{type, count}[step](one), pause(Math.max(0, end - performance.now())).then(() => null)]);
      if (took === null) return null;
      times.push(took);
    }
    return times;
  }

  Object.assign(window, {bench: Object.assign(bench, {series})});
})();
