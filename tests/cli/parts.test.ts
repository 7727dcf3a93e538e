// The parts of the program: each chunk is in one of them, and what it exports stays as others have imported it.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { parseAst } from "vitest/node";
import { distFolder, isBinary } from "../support/program.js";

beforeEach(({ skip }) => skip(isBinary, "the parts of the binary are inside of it"));

interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null && "type" in value;

/** The nodes directly in a node. */
const childrenOf = (node: Node) => Object.values(node).flat().filter(isNode);

const everyNode = (node: Node): Node[] => [node, ...childrenOf(node).flatMap(everyNode)];

const textOf = (node: unknown) => (isNode(node) ? `${node.name ?? node.value}` : "");

interface Chunk {
  readonly part: string;
  readonly name: string;
  readonly nodes: readonly Node[];
  /** The variables that others import. */
  readonly exported: readonly string[];
}

const chunks: Chunk[] = readdirSync(distFolder)
  .filter((file) => /-[0-9a-f]{16}\.cjs$/.test(file))
  .flatMap((file) => chunksIn(file.slice(0, -21), readFileSync(join(distFolder, file), "utf8")));

function chunksIn(part: string, text: string): Chunk[] {
  const program: unknown = parseAst(text);
  if (!isNode(program)) throw new Error(`${part} has no statements`);
  return childrenOf(program).map((statement) => {
    const [assignment] = childrenOf(statement);
    const [place, chunk] = assignment ? childrenOf(assignment) : [];
    const [name] = place ? childrenOf(place).slice(1) : [];
    const nodes = chunk ? everyNode(chunk) : [];
    const body = nodes.find(({ type }) => type === "BlockStatement");
    const result = body && childrenOf(body).find(({ type }) => type === "ReturnStatement");
    const exported = result ? everyNode(result).filter(({ type }) => type === "Property") : [];
    return { part, name: textOf(name), nodes, exported: exported.map(({ value }) => textOf(value)) };
  });
}

test("every chunk is in one part, which its name begins with, and imports only chunks that exist", () => {
  const names = chunks.map(({ name }) => name);
  expect(names.length).toBeGreaterThan(50);
  expect(new Set(names).size).toBe(names.length);
  expect(chunks.filter(({ part, name }) => name.replace(/\d+$/, "") !== part)).toEqual([]);
  const imported = chunks.flatMap(({ nodes }) =>
    nodes
      .filter(({ type, callee }) => type === "CallExpression" && ["load", "late"].includes(textOf(callee)))
      .map((call) => textOf(childrenOf(call)[1]))
      .filter((name) => !name.startsWith("node:")),
  );
  expect(imported.length).toBeGreaterThan(chunks.length);
  expect(imported.filter((name) => !names.includes(name))).toEqual([]);
});

/** What an expression or a pattern changes. */
function changed({ type, left, argument }: Node): string[] {
  const target = type === "AssignmentExpression" ? left : type === "UpdateExpression" ? argument : undefined;
  if (!isNode(target) || target.type === "MemberExpression") return [];
  return everyNode(target)
    .filter((node) => node.type === "Identifier")
    .map(textOf);
}

test("no function changes a variable that others have imported: their copies would not change", () => {
  expect(chunks.flatMap(({ exported }) => exported).length).toBeGreaterThan(500);
  const changes = chunks.flatMap(({ name, nodes, exported }) =>
    nodes
      .filter(({ type }, index) => index > 0 && /Function/.test(type))
      .flatMap((body) => everyNode(body).flatMap(changed))
      .filter((variable) => exported.includes(variable))
      .map((variable) => `${variable} in ${name}`),
  );
  expect([...new Set(changes)]).toEqual([]);
});
