// A field that is edited while another program changes the file: what is typed is never lost, nor what is on disk.

import { expect } from "vitest";
import { cellNamed, eventually, expectFile, openDrawer, planText } from "../support/drawer.js";
import { browserTest } from "../support/web-page.js";

const rest = "#board/topic/2";
const onDisk = planText.replace("| Chi |", "| Chi, net/http |");

/** Types into the resources of a topic, while another program writes them. */
async function conflict() {
  const opened = await openDrawer(rest);
  await cellNamed(opened.drawer, "Resources").click();
  await opened.page.keyboard.type(" and Gin");
  await opened.page.keyboard.press("ArrowLeft");
  opened.place.write(onDisk);
  await opened.drawer.getByText("Resources changed on disk while you were typing.").waitFor();
  return opened;
}

const fieldState = `(() => {
  const { value, selectionStart } = document.activeElement;
  return [value, selectionStart];
})()`;

browserTest("the field keeps its text, the focus and the caret, and what is on disk is next to it", async () => {
  const { page, drawer, place } = await conflict();
  expect(await page.evaluate(fieldState)).toEqual(["Chi and Gin", 10]);
  await page.keyboard.type("X");
  expect(await page.evaluate(fieldState)).toEqual(["Chi and GiXn", 11]);
  expect(await drawer.locator("mark").allTextContents()).toEqual([",", "net/http"]);
  expect(place.read()).toBe(onDisk);
});

browserTest("Keep mine saves what was typed", async () => {
  const { drawer, place } = await conflict();
  await drawer.getByRole("button", { name: "Keep mine" }).click();
  await expectFile(place, planText, "| Chi |", "| Chi and Gin |");
  await eventually(() => cellNamed(drawer, "Resources").textContent()).toBe("Chi and Gin");
});

browserTest("Take theirs shows what is on disk, and changes nothing", async () => {
  const { drawer, place } = await conflict();
  await drawer.getByRole("button", { name: "Take theirs" }).click();
  expect(await cellNamed(drawer, "Resources").textContent()).toBe("Chi, net/http");
  expect(place.read()).toBe(onDisk);
});

browserTest("leaving the field does not decide", async () => {
  const { page, drawer, place } = await conflict();
  await drawer.getByRole("heading", { level: 2 }).click();
  await page.keyboard.press("Tab");
  expect(await drawer.getByLabel("Yours, not saved: Resources").inputValue()).toBe("Chi and Gin");
  expect(place.read()).toBe(onDisk);
});

browserTest("a change of another topic disturbs nothing: the text is saved into the new file", async () => {
  const { page, drawer, place } = await openDrawer(rest);
  await cellNamed(drawer, "Resources").click();
  await page.keyboard.type(" and Gin");
  const other = planText.replace("| Bob |", "| Eve |");
  place.write(other);
  await page
    .getByText(/changed on disk|changed by another/)
    .first()
    .waitFor();
  expect(await page.evaluate(fieldState)).toEqual(["Chi and Gin", 11]);
  await page.keyboard.press("Enter");
  await expectFile(place, other, "| Chi |", "| Chi and Gin |");
});

browserTest("a change that the page has not heard of is met silently, too", async () => {
  const { page, drawer, place } = await openDrawer(rest);
  await page.route("**/api/events", (route) => route.abort());
  await cellNamed(drawer, "Resources").click();
  await page.keyboard.type(" and Gin");
  const other = planText.replace("| Bob |", "| Eve |");
  place.write(other);
  await page.keyboard.press("Enter");
  await expectFile(place, other, "| Chi |", "| Chi and Gin |");
});

browserTest("a change elsewhere in the row is said when the text is to be saved, and the user chooses", async () => {
  const { page, drawer, place } = await openDrawer(rest);
  await cellNamed(drawer, "Resources").click();
  await page.keyboard.type(" and Gin");
  const other = planText.replace("| P2 |", "| P1 |");
  place.write(other);
  await eventually(() => cellNamed(drawer, "Priority").textContent()).toBe("P1");
  await page.keyboard.press("Enter");
  await drawer.getByText("Priority changed on disk while you were typing.").waitFor();
  expect(place.read()).toBe(other);
  await drawer.getByRole("button", { name: "Keep mine" }).click();
  await expectFile(place, other, "| Chi |", "| Chi and Gin |");
});

browserTest("fields edited one after the other do not take each other for a change from outside", async () => {
  const { page, drawer, place } = await openDrawer(rest);
  await cellNamed(drawer, "Resources").click();
  await page.keyboard.type(" and Gin");
  await cellNamed(drawer, "Deliverables").click();
  await page.keyboard.type(" and docs");
  await page.keyboard.press("Enter");
  await expectFile(place, planText, "| Chi | CRUD API |", "| Chi and Gin | CRUD API and docs |");
});

browserTest("what is refused after the drawer was closed is said, and there again when it is opened", async () => {
  const { page, drawer } = await openDrawer(rest);
  await cellNamed(drawer, "Finished").click();
  await drawer.getByLabel("Finished", { exact: true }).fill("2026-11-02");
  await drawer.getByRole("link", { name: "Close" }).click();
  await page
    .getByText(/cannot finish "REST API" on 2026-11-02/i)
    .first()
    .waitFor();
  await page.evaluate(`location.hash = ${JSON.stringify(rest)}`);
  expect(await drawer.getByLabel("Finished", { exact: true }).inputValue()).toBe("2026-11-02");
});

browserTest("a text that could not be saved is there again when the topic is opened again", async () => {
  const { page, drawer, place } = await conflict();
  await drawer.getByRole("link", { name: "Close" }).click();
  await drawer.waitFor({ state: "detached" });
  await page.evaluate(`location.hash = ${JSON.stringify(rest)}`);
  expect(await drawer.getByLabel("Yours, not saved: Resources").inputValue()).toBe("Chi and Gin");
  expect(place.read()).toBe(onDisk);
});

browserTest("a text that could not be saved is not there in another topic of that name", async () => {
  const twins = ["| Topic | Comments | Status |", "|---|---|---|", "| Read | | |", "| Read | | |", ""].join("\n");
  const { page, drawer, place } = await openDrawer("#board/topic/1", twins);
  await cellNamed(drawer, "Comments").click();
  await page.keyboard.type("mine");
  place.write(twins.replace("| Read | |", "| Read | theirs |"));
  await drawer.getByText("Comments changed on disk while you were typing.").waitFor();
  const openTopic = async (number: number) => {
    await page.evaluate(`location.hash = "#board/topic/${number}"`);
    await eventually(() => drawer.locator("header").textContent()).toMatch(new RegExp(`^${number} ·|^${number}\\b`));
  };
  await openTopic(2);
  expect(await drawer.locator("textarea").count()).toBe(0);
  await openTopic(1);
  expect(await drawer.getByLabel("Yours, not saved: Comments").inputValue()).toBe("mine");
});
