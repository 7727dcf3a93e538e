// Status words: in every language, in every form in which people write them.

import { expect, test } from "vitest";
import { readStatus } from "../../src/model/read-status.js";
import { emptyVocabulary, type Status, statuses } from "../../src/model/status.js";
import { negations, otherLanguages, partlyWords } from "../../src/model/status-languages.js";
import { english, statusKey, wordsIn } from "../../src/model/status-words.js";
import { fc } from "../support/fast-check.js";

const read = (text: string) => readStatus(text, emptyVocabulary);
const all = Object.entries({ english, ...otherLanguages }).flatMap(([language, words]) =>
  wordsIn(words).map(([word, { status, isThin }]) => ({ language, word, status, isThin })),
);

test("no word has two meanings, in one language or in two", () => {
  const first = new Map(all.toReversed().map((entry) => [statusKey(entry.word), entry]));
  expect(all.filter(({ word, status }) => first.get(statusKey(word))?.status !== status)).toEqual([]);
  expect(all.filter(({ word, isThin }) => first.get(statusKey(word))?.isThin !== isThin)).toEqual([]);
  expect(all.filter(({ word }) => statusKey(word) === "")).toEqual([]);
});

test("every word of every language is read as its status", () => {
  expect(all.filter(({ word, status }) => read(word) !== status)).toEqual([]);
});

test.each<[language: string, ...words: string[]]>([
  ["English", "Not Started", "WIP", "Completed", "On hold", "Won't do"],
  ["English again", "planned", "In-Progress", "PASSING", "Deferred", "Cancelled"],
  ["Spanish", "Pendientes", "En curso", "Terminadas", "Pospuesto", "CANCELADA"],
  ["Portuguese", "Não implementado", "Em andamento", "Implementado", "Adiada", "Descartado"],
  ["French", "Non démarré", "Commencées", "Terminée", "Reporté", "Annulées"],
  ["German", "Nicht gestartet", "In Bearbeitung", "ERLEDIGT", "Zurueckgestellt", "Übersprungen"],
  ["Italian", "Da fare", "In corso", "Completate", "Sospesa", "Annullati"],
  ["Dutch", "Nog niet gestart", "Bezig", "Afgerond", "Uitgesteld", "Geannuleerd"],
  ["Polish", "Do zrobienia", "W toku", "Zakonczone", "Wstrzymany", "Pominięta"],
  ["Czech", "Nezahájeno", "Probíhá", "Dokončena", "Pozastaveno", "Zrušen"],
  ["Swedish", "Att göra", "Pågående", "Färdig", "Uppskjuten", "Inställt"],
  ["Norwegian", "Ikke startet", "Under arbeid", "Fullført", "På vent", "Avlyst"],
  ["Danish", "Ikke påbegyndt", "I gang", "Færdig", "Udskudt", "Aflyst"],
  ["Finnish", "Ei aloitettu", "Kesken", "Valmis", "Odottaa", "Peruttu"],
  ["Hungarian", "Tervezett", "Folyamatban", "Kész", "Felfüggesztve", "Kihagyva"],
  ["Romanian", "Neînceput", "În curs", "Finalizată", "Amânat", "Anulate"],
  ["Russian", "В планах", "В процессе", "завершена", "Отложено", "Отменён"],
  ["Ukrainian", "Не розпочато", "У процесі", "Виконані", "Призупинено", "Скасовано"],
  ["Turkish", "BAŞLANMADI", "DEVAM EDİYOR", "Tamamlandı", "Ertelendi", "İptal"],
  ["Greek", "Δεν ξεκίνησε", "ΣΕ ΕΞΕΛΙΞΗ", "Ολοκληρώθηκε", "Σε αναμονή", "Ακυρώθηκε"],
  ["Arabic", "لم يبدأ", "قيد الانجاز", "مكتملة", "مؤجل", "ملغاة"],
  ["Hebrew", "טרם התחיל", "בתהליך", "הושלמה", "מושהה", "בוטל"],
  ["Persian", "شروع نشده", "در حال انجام", "تکمیل شده", "به تعویق افتاده", "لغو شده"],
  ["Hindi", "शुरू नहीं", "प्रगति में", "पूर्ण", "स्थगित", "रद्द"],
  ["Bengali", "শুরু হয়নি", "চলমান", "সম্পন্ন", "স্থগিত", "বাতিল"],
  ["Chinese", "未开始", "进行中", "已完成", "搁置", "已取消"],
  ["Traditional Chinese", "待辦", "進行中", "已結束", "暫緩", "已取消"],
  ["Japanese", "未着手", "作業中", "完了済み", "保留中", "見送り"],
  ["Korean", "시작 전", "진행중", "완료", "보류", "취소"],
  ["Vietnamese", "Chưa bắt đầu", "ĐANG HỌC", "Hoàn thành", "Tạm dừng", "Bỏ qua"],
  ["Indonesian", "Belum dimulai", "Sedang berjalan", "Selesai", "Ditunda", "Dibatalkan"],
  ["Thai", "ยังไม่เริ่ม", "กำลังดำเนินการ", "เสร็จแล้ว", "หยุดชั่วคราว", "ยกเลิก"],
])("the five statuses are read in %s", (_, ...words) => {
  expect(words.map(read)).toEqual(statuses);
});

test.each<[Status, string]>([
  ["not-started", "To read, Want to read, por leer, à lire, zu lesen, da leggere, 未读, 積読, okunacak"],
  ["in-progress", "Currently reading, leyendo, lendo, en lecture, czytam, читаю, okunuyor, 在读, 読書中"],
  ["done", "Read, Leída, vistos, lido, lue, gelesen, letto, przeczytane, прочитано, luettu, okundu, 已读, 読了"],
  ["skipped", "Did not finish"],
  ["done", "PASS, Passing, Live, Earned, wykonane, Zakończone, 완료됨, 済み"],
  ["in-progress", "Partial, Teilweise, частично, 部分"],
  [
    "done",
    "Verified, Behoben, CORREGIDOS, Corrigée, Naprawione, Opravené, Korjattu, Javítva, Исправлены, Düzeltildi, تم الحل, תוקנה, رفع شده, 已验收, 修正済み, 수정됨, đã xử lý, แก้ไขแล้ว",
  ],
  ["in-progress", "En préparation, in Umsetzung, готовится, 準備中, 검토중, đang viết"],
  ["blocked", "Deferred, Postponed, Verschoben, 延期, 연기"],
])("%s: %s", (status, words) => {
  for (const word of words.split(", ")) expect(read(word), word).toBe(status);
});

test("case, accents, punctuation and spaces around it do not change what a word means", () => {
  const entry = fc.constantFrom(...all);
  const form = fc.constantFrom<(word: string) => string>(
    (word) => word.toUpperCase(),
    (word) => word.normalize("NFD"),
    (word) => `(${word})`,
    (word) => `${word}!`,
    (word) => `🌱 ${word}`,
    (word) => `${word} (2026-01-02)`,
  );
  fc.assert(
    fc.property(entry, form, ({ word, status }, change) => {
      expect(read(change(word)), change(word)).toBe(status);
    }),
    { numRuns: 2000 },
  );
});

test("a word of no list is no status, with any remark", () => {
  const modifiers = `not,half,almost,nearly,mostly,${negations},${partlyWords}`.split(",");
  const known = new Set([...all.map(({ word }) => word), ...modifiers].map(statusKey));
  // `all: done` is the `all done` of the list.
  const isKnown = (text: string) => known.has(text) || known.has(statusKey(`${text}: done`));
  const word = fc.stringMatching(/^[a-z]{2,9}$/).filter((text) => !isKnown(text) && read(text) === "unknown");
  fc.assert(
    fc.property(word, (text) => {
      expect([read(`${text} (2)`), read(`${text}: done`)]).toEqual(["unknown", "unknown"]);
    }),
  );
});
