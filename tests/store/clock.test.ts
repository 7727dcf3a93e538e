// The clock: the local date, unless the environment sets another one.

import { expect, onTestFinished, test } from "vitest";
import { nowInUtc, today, unknownTimeZone } from "../../src/store/clock.js";

test("the environment can choose the day", () => {
  expect(today({ ROADMAP_TODAY: "2024-02-29" })).toBe("2024-02-29");
});

test.each(["yesterday", "2026-02-30", "2026-2-3", "2026-02-03T00:00", "20260203"])("%s is not a date", (chosen) => {
  expect(() => today({ ROADMAP_TODAY: chosen })).toThrow(expect.objectContaining({ code: "BAD_TODAY", exitCode: 2 }));
});

test("by default, the date is that of the local clock", () => {
  const now = new Date();
  const [year, month, day] = today({}).split("-").map(Number);
  const distance = new Date(year ?? 0, (month ?? 0) - 1, day).getTime() - now.getTime();
  expect(Math.abs(distance)).toBeLessThan(25 * 3600 * 1000);
  expect(today({ ROADMAP_TODAY: "" })).toMatch(/^\d{4}-\d\d-\d\d$/);
});

test("the date is that of the time zone: 26 hours apart, it always differs", () => {
  onTestFinished(() => {
    delete process.env.TZ;
  });
  process.env.TZ = "Etc/GMT+12";
  const west = today({});
  process.env.TZ = "Etc/GMT-14";
  expect(today({}) > west).toBe(true);
});

test("a moment is written in UTC to the second", () => {
  expect(nowInUtc()).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
});

test.each([
  ["Nowhere/City", "Nowhere/City"],
  ["Mars", "Mars"],
  ["CET-1CEST,M3.5.0,M10.5.0/3", "CET-1CEST,M3.5.0,M10.5.0/3"],
  ["UTC", undefined],
  ["UTC0", undefined],
  [":GMT", undefined],
  ["Europe/London", undefined],
  [":Europe/Berlin", undefined],
  ["EST5EDT", undefined],
  ["", undefined],
])("the time zone %j is reported as %j", (zone, unknown) => {
  const { TZ } = process.env;
  onTestFinished(() => {
    if (TZ === undefined) delete process.env.TZ;
    else process.env.TZ = TZ;
  });
  process.env.TZ = zone;
  expect(unknownTimeZone({ TZ: zone })).toBe(unknown);
  expect(unknownTimeZone({ TZ: zone, ROADMAP_TODAY: "2026-11-30" })).toBeUndefined();
});
