// @ts-check
/* An offer vanishes on the day after its last, also from a page that was built before; with the last of an
   application's offers goes what stands around them.

   A page that is more than a year older than the reader's day is left as it is: it was built for a day of the past,
   and speaks of that day. */
(() => {
  "use strict";
  const YEAR = 366 * 24 * 60 * 60 * 1000;
  const now = new Date();
  const built = Date.parse(/** @type {HTMLScriptElement} */ (document.currentScript).dataset.asOf ?? "");
  if (now.getTime() - built > YEAR) return;
  const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
  for (const offer of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-ends]"))) {
    offer.hidden = (offer.dataset.ends ?? "") < today;
  }
})();
