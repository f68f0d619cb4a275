// @ts-check
/* Tables for spreadsheets (RFC 4180, with a byte-order mark), made and saved in the browser.

   Cells that a spreadsheet would run as a formula get an apostrophe, as catalog/site/spreadsheet.py does. */

const apsTable = (() => {
  "use strict";

  /** @param {string[][]} rows */
  function csv(rows) {
    const cell = (/** @type {string} */ text) => {
      const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
      return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
    };
    return `\ufeff${rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("")}`;
  }

  /** @param {string} name @param {string[][]} rows */
  function save(name, rows) {
    const href = URL.createObjectURL(new Blob([csv(rows)], {type: "text/csv"}));
    apsPage.make("a", {href, download: name}).click();
    setTimeout(() => URL.revokeObjectURL(href), 10_000);
  }

  return {csv, save};
})();
