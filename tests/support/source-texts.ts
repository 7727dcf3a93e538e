// Source texts: every string and template of a source file, with its purpose.

import { parseAst } from "vitest/node";

export interface SourceText {
  readonly line: number;
  /** With `0` for each inserted value. */
  readonly text: string;
  /** The property or function that receives the text, the nearest first: `hint`, `usageError`. */
  readonly roles: readonly string[];
}

interface Node {
  readonly type: string;
  readonly start: number;
}

export function sourceTexts(source: string): SourceText[] {
  const found: SourceText[] = [];
  const visit = (node: unknown, roles: readonly string[]): void => {
    if (Array.isArray(node)) for (const one of node) visit(one, roles);
    if (!isNode(node) || isTypeOrImport(node)) return;
    const text = textOf(node);
    if (text !== null) found.push({ line: source.slice(0, node.start).split("\n").length, text, roles });
    const role = roleOf(node);
    for (const child of Object.values(node)) visit(child, role === null ? roles : [role, ...roles]);
  };
  visit(parseAst(source, { lang: "ts" }).body, []);
  return found;
}

function isNode(value: unknown): value is Node & Record<string, unknown> {
  return typeof value === "object" && value !== null && "type" in value && "start" in value;
}

function isTypeOrImport({ type }: Node): boolean {
  return (
    /^TS(?!As|Satisfies|NonNull)/.test(type) ||
    /^(?:ImportDeclaration|ImportExpression|ExportAllDeclaration)$/.test(type)
  );
}

function textOf(node: Node & Record<string, unknown>): string | null {
  if (node.type === "Literal") return typeof node.value === "string" ? node.value : null;
  if (node.type !== "TemplateLiteral" || !Array.isArray(node.quasis)) return null;
  return node.quasis.map(({ value }: { value: { cooked: string } }) => value.cooked).join("0");
}

function roleOf(node: Node & Record<string, unknown>): string | null {
  const named =
    node.type === "Property"
      ? node.key
      : node.type === "CallExpression" || node.type === "NewExpression"
        ? node.callee
        : null;
  return isNode(named) && typeof named.name === "string" ? named.name : null;
}
