// Reading of status texts: words, symbols, boxes, shares and remarks.

import { expect, test } from "vitest";
import { readStatus, readStatusText } from "../../src/model/read-status.js";
import { emptyVocabulary, type Status } from "../../src/model/status.js";
import { growthOf } from "../support/processor-time.js";

const read = (text: string) => readStatusText(text, emptyVocabulary);

test.each<[text: string, status: Status, spelling: string]>([
  ["✅ Done (week 2)", "done", "✅ Done"],
  ["✅ (w3)", "done", "✅"],
  ["✅ chapters 1-3", "done", "✅"],
  ["✅ 模块11（合并）", "done", "✅"],
  ["chapters 1-3 ✅", "done", "✅"],
  ["🟡 In progress (5/9)", "in-progress", "🟡 In progress"],
  ["🏃‍♂️ Ongoing (day 4)", "in-progress", "🏃‍♂️ Ongoing"],
  ["⏸️ until March", "blocked", "⏸️"],
  [":white_check_mark: Done (w2)", "done", ":white_check_mark: Done"],
  ["Done 2026-01-02", "done", "Done"],
  ["Done in week 2", "done", "Done"],
  ["✅ Finished on 2026-01-02", "done", "✅ Finished"],
  ["Planned for Q3", "not-started", "Planned"],
  ["erledigt am 3.5.", "done", "erledigt"],
  ["terminé en v1.2 (partout)", "done", "terminé"],
  ["working on it 2", "in-progress", "working on it"],
  ["Done: see the notes", "done", "Done"],
  ["Done - moved to B", "done", "Done"],
  ["Done ✅ (w2)", "done", "Done ✅"],
  ["Done, with honours", "done", "Done"],
  ["In-progress (day 4)", "in-progress", "In-progress"],
  ["完了(4/24)", "done", "完了"],
  ["・完了(4/21)、 ・2回目完了(4/27)", "done", "完了"],
  ["已完成（模块1-3）", "done", "已完成"],
  ["Not started (week 9)", "not-started", "Not started"],
  ["Pass (92)", "done", "Pass"],
  ["Open: asked Ada", "not-started", "Open"],
])("%s is %s, spelled %s", (text, status, spelling) => {
  expect(read(text)).toEqual({ reading: status, spelling });
});

test.each([
  "doing-ish",
  "Done by Ada",
  "Done in Rome",
  "Done until chapter 3",
  "Nothing in week 2",
  "Active triage",
  "Done / soon",
  "Done | later",
  "Done & dusted",
  "Done? Not at all",
  "Open the door",
  "Open, asked Ada",
  "New York",
  "完成度",
  "未来",
  "Review",
  "Reviewed",
  "FAIL",
  "Failed",
  "not passed",
  "not reviewed",
  "nicht bestanden",
  "2026-01-02",
  "24/7",
  "5/0",
  "101%",
  "90% of exam",
  "C++",
  "?!",
])("%s is unknown", (text) => {
  expect(read(text)).toEqual({ reading: "unknown", spelling: "" });
});

test.each<[text: string, status: Status]>([
  ["not done", "not-started"],
  ["Not yet completed", "not-started"],
  ["Not completed (ask Ada)", "not-started"],
  ["no terminado", "not-started"],
  ["Não implementado", "not-started"],
  ["ainda não concluído", "not-started"],
  ["non terminé", "not-started"],
  ["pas encore fini", "not-started"],
  ["noch nicht fertig", "not-started"],
  ["nog niet klaar", "not-started"],
  ["nie ukończone", "not-started"],
  ["ikke ferdig", "not-started"],
  ["ei valmis", "not-started"],
  ["nincs kész", "not-started"],
  ["nu este gata", "not-started"],
  ["ещё не готово", "not-started"],
  ["не виконано", "not-started"],
  ["δεν ολοκληρώθηκε", "not-started"],
  ["لم يكتمل", "not-started"],
  ["לא הושלם", "not-started"],
  ["पूरा नहीं", "not-started"],
  ["尚未完成", "not-started"],
  ["미완료", "not-started"],
  ["chưa hoàn thành", "not-started"],
  ["belum selesai", "not-started"],
  ["Partially done", "in-progress"],
  ["Kısmen çözüldü", "in-progress"],
  ["частично готово", "in-progress"],
  ["部分完成", "in-progress"],
])("%s is %s", (text, status) => {
  expect(read(text).reading).toBe(status);
});

test.each<[text: string, status: Status]>([
  ["0%", "not-started"],
  ["45%", "in-progress"],
  ["45.5 %", "in-progress"],
  ["%45", "in-progress"],
  ["100%", "done"],
  ["▓▓▓░░ 60%", "in-progress"],
  ["🟡 45%", "in-progress"],
  ["✅ 100%", "done"],
  ["80% done", "in-progress"],
  ["Completed: 80%", "in-progress"],
  ["0/9", "not-started"],
  ["5/9", "in-progress"],
  ["9/9", "done"],
])("the share %s is %s, and nothing that another topic could copy", (text, status) => {
  expect(read(text)).toEqual({ reading: status, spelling: "" });
});

test.each<[text: string, status: Status]>([
  ["☐ Todo ☐ Doing ☑ Done", "done"],
  ["☐ Todo ☑ Doing ☐ Done", "in-progress"],
  ["[ ] Todo [x] Doing [ ] Done", "in-progress"],
  ["Todo ☐ Doing ☒ Done ☐", "in-progress"],
  ["[ ] Todo [ ] Done", "not-started"],
  ["☑☑☐", "in-progress"],
  ["☑☑☑", "done"],
  ["☐☐☐", "not-started"],
])("of the boxes in %s, the ticked one counts: %s", (text, status) => {
  expect(read(text)).toEqual({ reading: status, spelling: "" });
});

test("two ticked boxes are unclear, and a ticked box without a status word is unknown", () => {
  expect(read("☑ Todo ☑ Done").reading).toBe("unclear");
  expect(read("☐ Todo ☑ Lunch").reading).toBe("unknown");
});

test.each<[text: string, reading: string]>([
  ["✅ Not started", "unclear"],
  ["🔄 Done", "unclear"],
  ["[x] In progress", "unclear"],
  ["✅ not tested", "unclear"],
  ["✅ 45%", "unclear"],
  ["🟢", "unclear"],
  ["🟢 chapters 1-3", "unknown"],
  ["✅ 🔄", "unclear"],
  ["[ ] ongoing", "in-progress"],
  ["🔄 Blocked", "blocked"],
  ["🚫 Skipped", "skipped"],
  ["🟢 In progress", "in-progress"],
  ["Done / Готово", "done"],
  ["[x] complete", "done"],
])("%s is %s: a word beats a symbol, unless only one of them says done", (text, reading) => {
  expect(read(text).reading).toBe(reading);
});

test("a cell of many thousands of emoji is read in linear time", () => {
  for (const part of ["👨‍👩‍👧‍👦", "✅", "☐ ", "- ", "a ", "✅ not "])
    expect(
      growthOf((size) => void readStatus(part.repeat(size), emptyVocabulary), 10_000),
      part,
    ).toBeLessThan(3);
});

test.each([
  ["Done?", "unknown"],
  ["完了？", "unknown"],
  ["In Progress → Done", "unknown"],
  ["🔄 In Progress -> ✅ Done", "unknown"],
  ["Todo => Doing", "unknown"],
  ["Done → notes.md", "done"],
  ["Done -> done", "done"],
])("%s: a question and a change from one status to another are no status", (text, reading) => {
  expect(readStatus(text, emptyVocabulary)).toBe(reading);
});

test("a text of more than 2,000 characters is no status, however it begins", () => {
  expect(read(`Done (${"a".repeat(1900)})`).reading).toBe("done");
  expect(read(`Done (${"a".repeat(2000)})`).reading).toBe("unknown");
});
