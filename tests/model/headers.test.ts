// Headers: what they say in every language, form and notation.

import { expect, test } from "vitest";
import {
  type HeaderReading,
  type HeaderRole,
  type HeaderTrait,
  isPhaseWord,
  readHeader,
} from "../../src/model/headers.js";
import { fc } from "../support/fast-check.js";
import { wordsOfEveryLanguage } from "../support/words-of-every-language.js";

/** `topic 0`, `~status plain`: the role, `~` for a weak one, the group of a topic, and the traits. */
function short({ role, group, isWeak, traits }: HeaderReading): string {
  const shown: readonly (HeaderRole | HeaderTrait | number | null)[] = [
    role,
    role === "topic" ? group : null,
    ...traits,
  ];
  return `${isWeak ? "~" : ""}${shown.filter((part) => part !== null).join(" ")}`;
}

/** Headers separated by `|`, as in a table. */
function readingsOf(headers: string): string[] {
  return headers.split(" | ").map((header) => short(readHeader(header)));
}

test.each([
  [
    "Topic | Phase | Start Date | Finish Date | Due | Notes | Status",
    "topic 1,phase,started,finished,due,comments,status plain",
  ],
  [
    "Progress | Priority | Depends on | Resources | Deliverables",
    "percent,priority,depends-on,resources,deliverables names",
  ],
  ["Proof of work | Done? | Date | Day | # | Category", "proof plain,check,date,day,id,category"],
  ["Problem | Title | Name | Module | File", "topic 0,topic 0,topic 1,topic 2 section,topic 2"],
  [
    "Completed | Description | Outcome | Solution | Situation",
    "finished check,comments describes,deliverables describes,proof names,status",
  ],
  [
    "Required | Meaning | Total | Estimated time | Owner | Icon | KPI",
    "property,meaning,count,estimate,person,symbol,metric",
  ],
])("the roles of | %s |", (headers, expected) => {
  expect(readingsOf(headers).join(",")).toBe(expected);
});

test.each([
  ["Spanish", "Tema | Estado | Fecha límite | Prioridad | Porcentaje de avance | Prerrequisitos | Hecho"],
  ["Portuguese", "Assunto | Situação atual | Prazo | Prioridade | Progresso | Pré-requisitos | Concluído"],
  ["French", "Sujet | État | Échéance | Priorité | Avancement | Prérequis | Terminé"],
  ["German", "Thema | Status | Fällig am | Priorität | Fortschritt | Voraussetzungen | Erledigt"],
  ["Italian", "Argomento | Stato | Scadenza | Priorità | Avanzamento | Prerequisiti | Completato"],
  ["Romanian", "Subiect | Stare | Termen limită | Prioritate | Progres | Depinde de | Terminat"],
  ["Dutch", "Onderwerp | Status | Vervaldatum | Prioriteit | Voortgang | Afhankelijk van | Voltooid"],
  ["Polish", "Temat | Stan | Termin | Priorytet | Postęp | Wymagania wstępne | Ukończone"],
  ["Czech", "Téma | Stav | Termín | Priorita | Pokrok | Předpoklady | Hotovo"],
  ["Swedish", "Ämne | Status | Deadline | Prioritet | Framsteg | Förkunskaper | Klar"],
  ["Norwegian", "Emne | Status | Frist | Prioritet | Fremdrift | Avhenger av | Fullført"],
  ["Danish", "Opgave | Status | Afleveringsfrist | Prioritet | Fremskridt | Afhænger af | Færdig"],
  ["Finnish", "Aihe | Tila | Määräaika | Prioriteetti | Edistyminen | Esitiedot | Valmis"],
  ["Hungarian", "Téma | Állapot | Határidő | Prioritás | Haladás | Előfeltételek | Kész"],
  ["Russian", "Тема | Статус | Срок | Приоритет | Прогресс | Зависит от | Готово"],
  ["Ukrainian", "Тема | Стан | Термін | Пріоритет | Прогрес | Залежить від | Виконано"],
  ["Turkish", "Konu | Durum | Son Tarih | Öncelik | İlerleme | Ön Koşullar | Tamamlandı"],
  ["Greek", "Θέμα | Κατάσταση | Προθεσμία | Προτεραιότητα | Πρόοδος | Προαπαιτούμενα | Ολοκληρώθηκε"],
  ["Arabic", "الموضوع | الحالة | الموعد النهائي | الأولوية | نسبة الإنجاز | المتطلبات السابقة | مكتمل"],
  ["Hebrew", "נושא | סטטוס | תאריך יעד | עדיפות | התקדמות | דרישות קדם | בוצע"],
  ["Persian", "موضوع | وضعیت | مهلت | اولویت | پیشرفت | پیش‌نیازها | انجام شد"],
  ["Hindi", "विषय | स्थिति | नियत तिथि | प्राथमिकता | प्रगति | पूर्वापेक्षा | पूर्ण"],
  ["Bengali", "বিষয় | অবস্থা | সময়সীমা | অগ্রাধিকার | অগ্রগতি | পূর্বশর্ত | সম্পন্ন"],
  ["simplified Chinese", "主题 | 状态 | 截止日期 | 优先级 | 进度 | 前置知识 | 是否完成"],
  ["traditional Chinese", "主題 | 狀態 | 截止時間 | 優先級 | 進度 | 前置條件 | 已完成"],
  ["Japanese", "テーマ | ステータス | 期限 | 優先度 | 進捗率 | 前提知識 | 完了済み"],
  ["Korean", "주제 | 상태 | 마감일 | 우선순위 | 진행률 | 선행 조건 | 완료 여부"],
  ["Vietnamese", "Chủ đề | Trạng thái | Hạn chót | Ưu tiên | Tiến độ | Điều kiện tiên quyết | Đã xong"],
  ["Indonesian", "Topik | Keadaan | Tenggat waktu | Prioritas | Kemajuan | Prasyarat | Tuntas"],
  ["Malay", "Tajuk | Status | Tarikh akhir | Keutamaan | Peratusan | Prasyarat | Siap"],
  ["Thai", "หัวข้อ | สถานะ | กำหนดส่ง | ลำดับความสำคัญ | ความคืบหน้า | วิชาบังคับก่อน | เสร็จแล้ว"],
])("topic, status, due date, priority, percentage, dependencies and check in %s", (_, headers) => {
  const roles = headers.split(" | ").map((header) => readHeader(header));
  expect(roles.map(({ role }) => role)).toEqual([
    "topic",
    "status",
    "due",
    "priority",
    "percent",
    "depends-on",
    "check",
  ]);
  expect(roles.filter(({ isWeak }) => isWeak)).toEqual([]);
});

test.each([
  [
    "Topics | Skill(s) | Activities | Classes | Course name | Name of the course",
    "topic 1,topic 1,topic 1,category,topic 1,topic 1",
  ],
  ["Topics covered | Main topic | Skills to learn | Key concepts", "topic 1,topic 1,topic 1,topic 1"],
  ["Skill/Topic | Task & Project | Topic / Notes | Notes, links", "topic 1,topic 1,~topic 1,~comments"],
  ["Start – End | Start/End | Status / Notes", "~date,~date,~status plain"],
  [
    "Progress (%) | Status (Done/Todo) | Date (started) | % complete | Done %",
    "percent,status plain,started,percent,percent",
  ],
  ["Completed? | Read? | Read | Status?", "check,check,,status plain"],
  [
    "Nombre del curso | Título del libro | Nom du projet | Kursname | Konu Adı",
    "topic 1,topic 1,topic 1,topic 1,topic 1",
  ],
  ["课程名称 | 问题名 | 강의명 | 과목 이름 | コース名", "topic 1,topic 0,topic 1,topic 1,topic 1"],
  ["Learning status | Practice problem | Project owner | Course code", "~status plain,~topic 0,~person,~id"],
  [
    "Tópico de Estudo | Estado del curso | Status do curso | Materi Dasar",
    "~topic 1,~status plain,~status plain,~topic 1",
  ],
  ["Статус изучения темы | Учебный статус | Trạng thái ôn tập", "~status plain,~status plain,~status plain"],
  ["学习掌握状态 | 基礎学習内容 | 과제 진행 상태 | สถานะโครงงาน", "~status plain,~topic 1,~status plain,~status plain"],
  ["Projektstatus | Total problems | Number of pages | 已刷题数", "~status plain,count,count,~count"],
])("the forms of | %s |", (headers, expected) => {
  expect(readingsOf(headers).join(",")).toBe(expected);
});

test.each([
  "Option",
  "Default",
  "Version",
  "Argument",
  "Expected state",
  "Required status",
  "HTTP status",
  "Exit status",
  "% of exam",
  "Weight %",
  "Score (%)",
  "Precio del curso",
  "Apparatus",
  "",
  "—",
  "🙂",
  "The long sentence that somebody has written into the first row of a table, status",
])("%j is no known header", (header) => {
  expect(readHeader(header)).toMatchObject({ role: null });
});

test.each([
  ["State owner", "~person"],
  ["Progress notes", "~comments"],
  ["Status code", "~id"],
  ["State of the art", "~status plain"],
])("%j is not a sure status", (header, expected) => {
  expect(short(readHeader(header))).toBe(expected);
});

test.each([
  [
    "📊 Status",
    "**Status**",
    "`Status`",
    "[Status](#status)",
    "STATUS",
    "  status ",
    ":bar_chart: Status",
    "Status:",
    "1️⃣ Status",
  ],
  ["1. Topic", "2) Topic", "**Topic**", "📚 Topic 📚", "Topic<br>", "<b>Topic</b>", "Topics", "TOPIC."],
  ["TAMAMLANMA DURUMU", "Tamamlanma Durumu", "tamamlanma durumu", "Tamamlanma  durumu"],
  ["BİTİŞ TARİHİ", "Bitiş Tarihi", "bitis tarihi", "Bitis Tarihi"],
  ["Fällig", "FÄLLIG", "faellig", "fallig"],
  ["Abschluß", "ABSCHLUSS", "Abschluss"],
  ["الحالة", "حالة", "الحاله", "الحَالَة"],
  ["Трудоёмкость", "Трудоемкость", "ТРУДОЁМКОСТЬ"],
  ["Trạng thái", "TRẠNG THÁI", "trang thai", "Tra\u0323ng tha\u0301i"],
  ["ステータス", "ｽﾃｰﾀｽ"],
  ["진행 상태", "진행상태"],
  ["پیش‌نیازها", "پيش‌نيازها"],
])("%s is read in each of its spellings", (...spellings) => {
  const [first, ...others] = spellings.map((spelling) => readHeader(spelling));
  expect(first?.role).not.toBeNull();
  for (const other of others) expect([other.role, other.isWeak]).toEqual([first?.role, first?.isWeak]);
});

const someWord = fc.constantFrom(
  ...(["topic", "status", "due", "percent", "priority", "depends-on", "check", "person", "section"] as const).flatMap(
    wordsOfEveryLanguage,
  ),
);
const decoration = fc.constantFrom<(word: string) => string>(
  (word) => `**${word}**`,
  (word) => `_${word}_`,
  (word) => `  ${word}  `,
  (word) => `📊 ${word}`,
  (word) => `${word} ✨:`,
  (word) => `<b>${word}</b>`,
  (word) => word.replaceAll(" ", "  "),
  (word) => word.toUpperCase(),
  (word) => word.normalize("NFD"),
);

test("emphasis, emoji, spaces, capitals and the Unicode form of a word change nothing", () => {
  fc.assert(
    fc.property(someWord, fc.array(decoration, { maxLength: 3 }), (word, decorations) => {
      const header = decorations.reduce((text, decorate) => decorate(text), word);
      expect([header, short(readHeader(header))]).toEqual([header, short(readHeader(word))]);
    }),
  );
});

test("any text is read without an error, and the same every time", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: "binary" }),
        fc.array(someWord, { maxLength: 4 }).map((words) => words.join(" ")),
      ),
      (text) => {
        expect(readHeader(`${text} `)).toEqual(readHeader(text));
      },
    ),
  );
});

test("a word for a phase or a day can number phases", () => {
  expect(["phase", "Week", "Неделя", "阶段", "day", "topic", "Learning phase"].map(isPhaseWord)).toEqual([
    ...[true, true, true, true, true, false, false],
  ]);
});
