// Phase words: which headings and cells are numbered phases, in many languages, and which digits are no numbers.

import { expect, test } from "vitest";
import { isOverview } from "../../src/model/overview-words.js";
import { phaseNumberIn, phaseNumbering } from "../../src/model/phase-words.js";
import { fc } from "../support/fast-check.js";
import { growthOf } from "../support/processor-time.js";

test.each([
  ["en", 1, ["Phase 1: Fundamentals", "🟢 Phase 1", "**Phase 1**", "Phase-1", "Phase01", "PHASE ONE – Go", "Phase I"]],
  ["en", 3, ["Week 3", "Week #3", "Wk 3", "Week no. 3", "Weeks 3-4", "Sprint III", "Month Three", "3rd week"]],
  ["en", 5, ["Phase 5A: Go", "Learning Phase 5", "🏆 Challenge Stage (Step 5)", "Go – Week 5", "Servers (Level 5)"]],
  ["es", 2, ["Fase 2", "Semana 2: bases", "Módulo 2", "Etapa dos", "2ª semana", "Capítulo II"]],
  ["pt", 2, ["Nível 2", "Mês dois", "Seção 2", "2º mês", "Unidade 2"]],
  ["fr", 2, ["Étape 2", "Semaine 2 : bases", "Mois deux", "2ème semaine", "Séance 2"]],
  ["de", 2, ["Woche 2", "Teil zwei", "Abschnitt 2", "2. Woche", "Kapitel II"]],
  ["it", 2, ["Settimana 2", "Livello 2", "Capitolo due", "Mese 2"]],
  ["nl", 2, ["Week 2", "Deel 2", "Hoofdstuk 2"]],
  ["pl", 2, ["Tydzień 2", "2. tydzień", "Część 2", "Etap II"]],
  ["cs", 2, ["Týden 2", "2. týden", "Fáze 2", "Část 2"]],
  ["sv, no, da", 2, ["Vecka 2", "Uke 2", "Uge 2", "Fas 2", "2. uke", "Trin 2"]],
  ["fi, hu", 2, ["Viikko 2", "2. viikko", "Hét 2", "2. hét", "Szakasz 2"]],
  ["ro", 2, ["Săptămâna 2", "Etapa 2", "Faza 2"]],
  ["ru", 2, ["Этап 2", "2 этап", "2-й этап", "Неделя 2", "2-я неделя", "Глава II", "НЕДЕЛЯ 2"]],
  ["uk", 2, ["Тиждень 2", "2 тиждень", "Розділ 2", "2-й тиждень"]],
  ["tr", 2, ["2. Hafta", "Hafta 2", "Aşama 2", "Bölüm 2", "BÖLÜM 2"]],
  ["el", 2, ["Φάση 2", "Εβδομάδα 2", "ΕΒΔΟΜΑΔΑ 2"]],
  ["ar", 2, ["المرحلة 2: الأساسيات", "الأسبوع ٢", "الفصل ٢"]],
  ["he", 2, ["שבוע 2", "שלב 2"]],
  ["fa", 2, ["هفته ۲", "مرحله ۲"]],
  ["hi, bn", 2, ["चरण २: आधार", "सप्ताह 2", "সপ্তাহ ২", "ধাপ ২"]],
  ["zh", 3, ["阶段 3", "阶段三：基础", "第3章", "第三阶段", "第 3 周", "階段3", "第三週"]],
  ["ja", 3, ["フェーズ3", "第3章", "3週目", "ステップ 3：基礎", "３ヶ月目"]],
  ["ko", 3, ["3주차", "3단계 — 기초", "제3장", "레벨 3"]],
  ["vi", 2, ["Giai đoạn 2", "TUẦN 2: CÂU", "Chương 2"]],
  ["id, ms", 2, ["Minggu 2", "Minggu ke-2", "Tahap 2", "Langkah 2"]],
  ["th", 2, ["สัปดาห์ที่ 2", "ระยะที่ ๒"]],
])("%s: these headings are phase %i", (_, number, headings) => {
  expect(headings.map((heading) => [heading, phaseNumberIn(heading)])).toEqual(
    headings.map((heading) => [heading, number]),
  );
});

test.each([
  [1, ["1. Basics", "1) Basics", "(1) Basics", "1️⃣ Basics", "1 - Basics", "1: Basics", "1.1 Basics", "I. Basics", "1"]],
  [10, ["10️⃣ Basics", "🔟 Basics", "1️⃣0️⃣ Basics", "十、基础"]],
  [0, ["F0.1 Tools", "F0.2 - Setup", "0. Setup"]],
  [2, ["二、基础", "（二）基础", "2、基礎"]],
])("a heading that begins with the number %i has it, with a separator", (number, headings) => {
  expect(headings.map(phaseNumberIn)).toEqual(headings.map(() => number));
});

test.each([
  [
    "in a name",
    ["AWS S3", "S3 Basics", "EC2", "HTTP/1.1", "DALL-E 3", "Web3", "K8s", "OAuth 2.0", "Python 3", "GPT-4"],
  ],
  ["of a version", ["Ubuntu 22.04", "TLS 1.3", "C++17", "Vim 9.1 features"]],
  ["of a year or a date", ["2026 goals", "2026-01-05", "05.01.2026", "1/5/2026", "Week of 2026-04-20", "Q1 2026"]],
  ["of a count", ["Top 10", "100%", "24/7 support", "3D graphics", "10x engineer", "5-minute breaks", "1週間集中"]],
  ["of a count of phases", ["12 Weeks of Code", "3 months plan", "Last 3 weeks"]],
  ["of a day, which is no phase", ["Day 1", "Day 3-4", "Tag 3", "Día 2", "10:30 Standup"]],
  ["after a preposition", ["After Phase 1", "Nach Phase 1", "What's Ready for Phase 2"]],
])("a digit %s is no phase number", (_, headings) => {
  expect(headings.map((heading) => [heading, phaseNumbering(heading)])).toEqual(
    headings.map((heading) => [heading, null]),
  );
});

test.each([
  "Level up",
  "Part of it",
  "Phase out",
  "Fase a fase",
  "Semana a semana",
  "Step by step",
  "Phase",
  "第三方库",
])("a phase word without a number or label is no phase: %s", (heading) => expect(phaseNumbering(heading)).toBeNull());

test("a letter labels a phase without a number", () => {
  expect(["Sprint A", "Part B: more", "Этап А", "שלב א"].map((heading) => phaseNumbering(heading)?.number)).toEqual(
    Array(4).fill(null),
  );
});

test("a number and a space could be a count, so it is no number yet", () => {
  expect([phaseNumbering("12 exercises")?.mayBeCount, phaseNumberIn("12 exercises")]).toEqual([true, null]);
});

test("any text is read in time linear in its length, and never throws", () => {
  fc.assert(fc.property(fc.string({ unit: "grapheme" }), (text) => void phaseNumbering(text)));
  const read = (size: number) => {
    const long = "1.".repeat(size) + "👨‍👩‍👧".repeat(size) + " Phase".repeat(size);
    phaseNumbering(long);
    isOverview(long);
  };
  expect(growthOf(read, 20_000)).toBeLessThan(3);
});

test.each([
  ["en", ["Progress", "📊 Progress Overview", "Current Status", "Legend", "Learning Progress", "Progress Tracker"]],
  ["es, pt", ["Mi progreso", "Resumen del progreso", "Visão geral", "Resumo"]],
  ["fr, de, it", ["Vue d'ensemble", "Aperçu", "Übersicht", "Fortschritt", "Stato"]],
  ["pl, ru, tr", ["Postępy", "Прогресс", "Общий прогресс", "Genel Bakış", "Durum"]],
  ["zh, ja, ko", ["学习进度", "📊 当前进度（最后更新：2026-07-03）", "進捗管理", "전체 진행 현황"]],
  ["ar, vi, id", ["نظرة عامة", "Tiến độ học tập", "Kemajuan Belajar"]],
])("%s: a heading that only says that something is shown", (_, headings) => {
  expect(headings.filter((heading) => !isOverview(heading))).toEqual([]);
});

test.each([
  "Databases",
  "Courses",
  "Status codes",
  "State machines",
  "Web Yol Haritası",
  "Keyboard",
  "Learning",
  "进阶",
])("a heading with a name of its own: %s", (heading) => expect(isOverview(heading)).toBe(false));
