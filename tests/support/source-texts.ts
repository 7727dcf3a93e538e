// Source texts: every string, template and text between tags of a source file, with its purpose.

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

export function sourceTexts(source: string, lang: "ts" | "tsx" = "ts"): SourceText[] {
  const found: SourceText[] = [];
  const visit = (node: unknown, roles: readonly string[]): void => {
    if (Array.isArray(node)) for (const one of node) visit(one, roles);
    if (!isNode(node) || isTypeOrImport(node)) return;
    const text = textOf(node);
    if (text !== null) found.push({ line: source.slice(0, node.start).split("\n").length, text, roles });
    const role = roleOf(node);
    for (const child of Object.values(node)) visit(child, role === null ? roles : [role, ...roles]);
  };
  visit(parseAst(source, { lang }).body, []);
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
  if (node.type === "JSXElement" || node.type === "JSXFragment") return elementText(node);
  if (node.type === "Literal") return typeof node.value === "string" ? node.value : null;
  if (node.type !== "TemplateLiteral" || !Array.isArray(node.quasis)) return null;
  return node.quasis.map(({ value }: { value: { cooked: string } }) => value.cooked).join("0");
}

/** As the page shows it, with the text of the elements in it; null without text of its own. */
function elementText({ children }: Record<string, unknown>): string | null {
  if (!Array.isArray(children)) return null;
  const parts = children.map((child: Node & Record<string, unknown>) => {
    if (child.type === "JSXText") return String(child.value).replace(/\s*\n\s*/g, " ");
    return child.type === "JSXExpressionContainer" ? inserted(child.expression) : (elementText(child) ?? "");
  });
  const hasOwnText = children.some(({ type }, index) => type === "JSXText" && parts[index]?.trim() !== "");
  return hasOwnText ? parts.join("").trim() : null;
}

/** `{" "}` is a space; a value is not known. */
function inserted(expression: unknown): string {
  return isNode(expression) && expression.type === "Literal" ? String(expression.value) : "0";
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
