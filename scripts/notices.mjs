// Third-party notices: the license texts of every package of which a build has code, and of data that was copied.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

const rule = "=".repeat(80);

/** Data in `src` that others wrote, and where its license is. */
const copiedData = [
  {
    title: "HTML Standard: the names of characters (https://html.spec.whatwg.org/entities.json)",
    license: "BSD-3-Clause",
    file: "scripts/licenses/html-standard.txt",
  },
];

/**
 * The text of THIRD-PARTY-NOTICES, the same for the same packages.
 *
 * @param root the folder of this project
 * @param metafiles what esbuild reports of each build
 * @param more sections of whatever else is shipped with the program, such as its engine
 * @throws Error if a package has no license text
 */
export function thirdPartyNotices(root, metafiles, more = []) {
  const copied = copiedData.map(({ title, license, file }) =>
    noticeSection(title, license, readFileSync(join(root, file), "utf8")),
  );
  const packages = [...bundledPackages(root, metafiles)].sort(([one], [other]) => (one < other ? -1 : 1));
  const head =
    "roadmap is published under the license in the file LICENSE. It contains code and data of others, in whole or in\n" +
    "part. Each is listed here with its license.\n";
  return [head, ...more, ...packages.map(packageSection), ...copied].join("\n");
}

/** One section of the notices. */
export function noticeSection(title, license, text) {
  return `${rule}\n${title}\nLicense: ${license}\n${rule}\n\n${text.replaceAll("\r\n", "\n").trim()}\n`;
}

/** By folder of a package, the bundled files of it. */
function bundledPackages(root, metafiles) {
  const packages = new Map();
  for (const { outputs } of metafiles)
    for (const { inputs } of Object.values(outputs))
      for (const [input, { bytesInOutput }] of Object.entries(inputs)) {
        // A name with a colon is not a file: a plugin made its text.
        if (bytesInOutput === 0 || input.includes(":")) continue;
        const file = resolve(root, input);
        const folder = packageFolder(file);
        if (folder !== resolve(root)) packages.set(folder, (packages.get(folder) ?? new Set()).add(file));
      }
  return packages;
}

/** Folders in a package may have a package.json too, without a version: `{ "type": "module" }`. */
function packageFolder(file) {
  const folder = dirname(file);
  if (folder === file) throw new Error(`no package.json above ${file}`);
  const isPackage = existsSync(join(folder, "package.json")) && readPackage(folder).version !== undefined;
  return isPackage ? folder : packageFolder(folder);
}

function readPackage(folder) {
  return JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
}

function packageSection([folder, files]) {
  const { name, version, license } = readPackage(folder);
  const names = readdirSync(folder).filter((file) => /^(?:licen[cs]e|copying|notice)/i.test(file));
  if (names.length === 0) throw new Error(`${name} ${version} is bundled, but has no license text: ${folder}`);
  const texts = names.sort().map((file) => readFileSync(join(folder, file), "utf8").trim());
  const others = [...files].sort().flatMap((file) => copyrightComments(readFileSync(file, "utf8")));
  return noticeSection(`${name} ${version}`, license, [...texts, ...others].join("\n\n"));
}

/** Comments with a copyright notice: a package may contain code of someone else. */
function copyrightComments(source) {
  const comments = source.match(/\/\*[\s\S]*?\*\/|(?:^[ \t]*\/\/.*\n)+/gm) ?? [];
  return comments
    .filter((comment) => /copyright.*\d{4}/i.test(comment))
    .map((comment) => comment.replace(/^[ \t]*(?:\/\*!?|\*\/|\*|\/\/)[ \t]?/gm, "").trim());
}
