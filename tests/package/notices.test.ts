// Third-party notices: the license of everything bundled is shipped with it, and a package without one fails the build.

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type BuildOptions, build } from "esbuild";
import { expect, test } from "vitest";
import { runProgram } from "../support/run-program.js";
import { makeTempFolder } from "../support/temp-folder.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const notices = readFileSync(join(root, "dist/THIRD-PARTY-NOTICES"), "utf8");

/** The titles of its sections, each between two rulers. */
const titles = [...notices.matchAll(/^={80}\n(.*)\nLicense: .+\n={80}$/gm)].map(([, title]) => title);

/** What is shipped, built again without the build's own plugins. */
const bundles: readonly BuildOptions[] = [
  { entryPoints: ["src/bin.ts", "src/app/reference-reader.ts", "src/app/history/compare-worker.ts"], platform: "node" },
  { entryPoints: ["src/index.ts"], platform: "neutral", external: ["fs", "buffer"] },
  { entryPoints: ["src/web/page/main.tsx"], jsx: "automatic", jsxImportSource: "preact" },
];

/** The folders in node_modules of which code is shipped. */
async function bundledFolders(): Promise<string[]> {
  const folders = new Set<string>();
  for (const options of bundles) {
    const { metafile } = await build({
      ...options,
      absWorkingDir: root,
      bundle: true,
      format: "esm",
      minify: true,
      mainFields: ["module", "main"],
      metafile: true,
      outdir: join(root, "dist"),
      preserveSymlinks: true,
      logLevel: "error",
      logOverride: { "direct-eval": "silent" },
      write: false,
    });
    for (const { inputs } of Object.values(metafile.outputs)) {
      for (const [input, { bytesInOutput }] of Object.entries(inputs)) {
        const folder = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0];
        if (folder !== undefined && bytesInOutput > 0) folders.add(join(root, folder));
      }
    }
  }
  return [...folders];
}

test("every package that is bundled is in the notices, with the text of its license", async () => {
  const folders = await bundledFolders();
  expect(folders.length).toBeGreaterThan(50);
  const expected = folders.map((folder) => {
    const { name, version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    for (const file of readdirSync(folder).filter((file) => /^(?:licen[cs]e|notice)/i.test(file))) {
      const text = readFileSync(join(folder, file), "utf8").replaceAll("\r\n", "\n").trim();
      expect(notices, `${file} of ${name}`).toContain(text);
    }
    return `${name} ${version}`;
  });
  const copied = titles.filter((title) => title?.includes("https://"));
  expect(titles).toEqual([...expected.sort(), ...copied]);
});

test("the notices have the copyright of code that a package took from another", () => {
  expect(notices).toContain("Copyright (c) 2013 James Halliday");
});

test("the notices name the standard whose table of characters is shipped", () => {
  expect(notices).toContain("HTML Standard: the names of characters");
  expect(notices).toContain("Copyright © WHATWG");
});

/** The notices that come with a binary, for a runtime that reports these versions. */
function noticesOfRuntime(versions: Readonly<Record<string, string>>) {
  const runtime = join(makeTempFolder(), "bun");
  writeFileSync(runtime, `#!/bin/sh\necho '${JSON.stringify(versions)}'\n`, { mode: 0o755 });
  const script = `
    import { engineNotices } from ${JSON.stringify(join(root, "scripts/binary/notices.mjs"))};
    process.stdout.write(engineNotices(${JSON.stringify(runtime)}));`;
  return runProgram({ command: process.execPath, args: ["--input-type=module", "-e", script] });
}

test("a binary comes with the source and license of the parts of Bun under the LGPL", async () => {
  const texts = readFileSync(join(root, "scripts/licenses/bun.txt"), "utf8");
  const names = [...texts.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? "");
  const versions = Object.fromEntries(names.map((name) => [name, `revision-of-${name}`]));
  const { stdout, exitCode } = await noticesOfRuntime(versions);
  expect(exitCode).toBe(0);
  expect(stdout).toContain("Source: https://github.com/oven-sh/WebKit/tree/revision-of-webkit\n");
  expect(stdout).toContain("Source: https://github.com/oven-sh/tinycc/tree/revision-of-tinycc\n");
  expect(stdout).toContain("GNU LIBRARY GENERAL PUBLIC LICENSE\n");
  expect(stdout).toContain("GNU LESSER GENERAL PUBLIC LICENSE\n");
  expect(stdout).not.toMatch(/\{\w+\}/);
});

test("a runtime that does not report the version of a library fails the build of the binary", async () => {
  const { exitCode, stderr } = await noticesOfRuntime({ bun: "9.0.0" });
  expect(exitCode).toBe(1);
  expect(stderr).toContain("Bun no longer reports the version of webkit");
});

/** The notices for a bundle with code of one package. */
function noticesFor(files: Readonly<Record<string, string>>) {
  const folder = makeTempFolder();
  const parent = join(folder, "node_modules/borrowed");
  mkdirSync(join(parent, "lib"), { recursive: true });
  mkdirSync(join(folder, "scripts/licenses"), { recursive: true });
  writeFileSync(join(folder, "scripts/licenses/html-standard.txt"), "BSD");
  writeFileSync(join(folder, "package.json"), '{ "name": "roadmap-md", "version": "1.0.0" }');
  for (const [name, text] of Object.entries(files)) writeFileSync(join(parent, name), text);
  const inputs = { "node_modules/borrowed/lib/code.js": { bytesInOutput: 5 } };
  const script = `
    import { thirdPartyNotices } from ${JSON.stringify(join(root, "scripts/notices.mjs"))};
    const metafile = { outputs: { "out.js": { inputs: ${JSON.stringify(inputs)} } } };
    process.stdout.write(thirdPartyNotices(${JSON.stringify(folder)}, [metafile]));`;
  return runProgram({ command: process.execPath, args: ["--input-type=module", "-e", script] });
}

test("a package without the text of a license fails the build, and is named", async () => {
  const { exitCode, stderr } = await noticesFor({
    "package.json": '{ "name": "borrowed", "version": "2.1.0", "license": "MIT" }',
    "lib/code.js": "go()",
  });
  expect(exitCode).toBe(1);
  expect(stderr).toContain("borrowed 2.1.0 is bundled, but has no license text");
});

test("every license file of a package and every copyright in its bundled code is kept", async () => {
  const { exitCode, stdout } = await noticesFor({
    "package.json": '{ "name": "borrowed", "version": "2.1.0", "license": "Apache-2.0" }',
    "LICENSE-APACHE": "Apache License\r\nVersion 2.0\r\n",
    NOTICE: "Borrowed from many",
    "lib/package.json": '{ "type": "module" }',
    "lib/code.js": "// Copyright (c) 1999 Someone\n// All rights reserved.\ngo()\n/* no rights */",
  });
  expect(exitCode).toBe(0);
  expect(stdout).toContain(
    "\nborrowed 2.1.0\nLicense: Apache-2.0\n" +
      `${"=".repeat(80)}\n\nApache License\nVersion 2.0\n\nBorrowed from many\n\n` +
      "Copyright (c) 1999 Someone\nAll rights reserved.\n\n",
  );
});
