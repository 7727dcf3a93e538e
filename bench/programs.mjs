// Programs: the ways to run the built program: on this Node, on other versions of Node, and as a binary without Node.

import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const pathOf = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const onNode = (node) => ({
  command: node,
  args: [pathOf("dist/bin.cjs")],
  bare: { command: node, args: ["-e", "0"] },
});

/** `{ command, args }` as prefix of a command line, and `bare`, what its times are compared with. */
export const thisNode = { name: `Node ${process.versions.node}`, ...onNode(process.execPath) };

/** Other versions of Node, if `npm run test:nodes` has installed them, and the binary, if `npm run binary` has built it. */
export function otherPrograms() {
  const nodes = ["node22", "node24", "node26"].map((name) => pathOf(`scripts/nodes/node_modules/${name}/bin/node`));
  const binary = pathOf(`dist-binary/${process.platform}-${process.arch}/roadmap`);
  return [
    ...nodes.filter(existsSync).map((node) => ({ name: `Node ${versionOf(node)}`, ...onNode(node) })),
    ...(existsSync(binary) ? [{ name: "binary", command: binary, args: [], bare: thisNode.bare }] : []),
  ];
}

function versionOf(node) {
  return execFileSync(node, ["-p", "process.versions.node"], { encoding: "utf8" }).trim();
}
