// The drawer for tests: a small roadmap with every kind of column, and the parts of its page by what they are called.

import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";
import type { Place } from "./program.js";
import { type Opened, openWebPage } from "./web-page.js";

const header =
  "| Topic | Phase | Started | Finished | Due | Priority | Depends on | Comments | Status | Owner | Resources | Deliverables | Proof |";

/** A link, an escaped pipe and a line break in cells; a column of the file's own. */
export const planText = `# Plan

${header}
|---|---|---|---|---|---|---|---|---|---|---|---|---|
| [HTTP](notes/http.md) | 1 | 2026-11-01 | 2026-11-09 | | P1 | | | Done | Ann | **MDN** | Server | https://example.org/1 |
| REST API | 1 | 2026-11-18 | | 2026-12-03 | P2 | HTTP | see [RFC](https://example.org/rfc) \\| *draft*<br/>twice | In Progress | | Chi | CRUD API | |
| SQL | 2 | | | | | | | | Bob | | | |

## Phase 1: Basics

- [ ] Read about **REST API** ([spec](https://example.org/spec))
  - [x] Find it
- [/] Write SQL
`;

export type DrawerPage = Opened & { readonly drawer: Locator };

export async function openDrawer(
  at: string,
  text: Parameters<typeof openWebPage>[0] = planText,
  options: Parameters<typeof openWebPage>[1] = {},
): Promise<DrawerPage> {
  const opened = await openWebPage(text, { ...options, at });
  const drawer = opened.page.locator(".drawer");
  await drawer.locator("h2").waitFor();
  return { ...opened, drawer };
}

/** What is true within some seconds, on a busy machine too. */
export function eventually<Value>(read: () => Value | Promise<Value>) {
  return expect.poll(read, { timeout: 20_000 });
}

/** The text of a cell, which opens its field. */
export function cellNamed(drawer: Locator, title: string): Locator {
  return drawer.getByRole("button", { name: new RegExp(`^${title}\\b`) });
}

/** Waits until the file has changed as said, and not a byte more. */
export async function expectFile(
  place: Place,
  before: string,
  ...[from, to]: [from: string, to: string]
): Promise<void> {
  expect(before.split(from).length).toBe(2);
  await eventually(() => place.read()).toBe(before.replace(from, () => to));
}

/** Edits a cell by keyboard: opens its field, replaces its text and saves it with Enter. */
export async function editCell({ page, drawer }: { page: Page; drawer: Locator }, title: string, text: string) {
  await cellNamed(drawer, title).click();
  await drawer.getByLabel(title, { exact: true }).fill(text);
  await page.keyboard.press("Enter");
}
