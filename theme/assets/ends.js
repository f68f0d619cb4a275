// @ts-check
/* An offer vanishes on the day after its last, also from a page that was built before. */
(() => {
  "use strict";
  const now = new Date();
  const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
  for (const offer of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-ends]"))) {
    offer.hidden = (offer.dataset.ends ?? "") < today;
  }
})();
