// Header words: every word of every list is read, and has one meaning in its language.

import { expect, test } from "vitest";
import type { ColumnWords, WordGroup } from "../../src/model/column-words.js";
import { englishWords } from "../../src/model/column-words.js";
import * as eastAsia from "../../src/model/column-words-east-asia.js";
import * as europe from "../../src/model/column-words-europe.js";
import * as germanic from "../../src/model/column-words-germanic.js";
import * as romance from "../../src/model/column-words-romance.js";
import * as slavic from "../../src/model/column-words-slavic.js";
import * as southeastAsia from "../../src/model/column-words-southeast-asia.js";
import * as westAndSouthAsia from "../../src/model/column-words-west-and-south-asia.js";
import { wordGroups } from "../../src/model/header-codes.js";
import { headerKey } from "../../src/model/header-key.js";
import { wordsOfGroup } from "../../src/model/header-words.js";
import { readHeader } from "../../src/model/headers.js";
import { wordsOfEveryLanguage } from "../support/words-of-every-language.js";

const languages = Object.entries<() => ColumnWords>({
  englishWords: () => englishWords,
  ...{ ...romance, ...germanic, ...slavic, ...europe, ...eastAsia, ...southeastAsia, ...westAndSouthAsia },
}).map(([name, words]): [string, ColumnWords] => [name, words()]);

const wordsIn = (words: ColumnWords, group: WordGroup) => (words[group] ?? "").split(",").filter((word) => word !== "");

/** Without a question mark, which the key of a word keeps. */
const keyOf = (word: string) => `${headerKey(word)}${/\?$/.test(word) ? "?" : ""}`;

test("there are words of thirty languages", () => {
  expect(languages.length).toBe(30);
});

const optional: readonly WordGroup[] = ["title", "completed", "situation"];

test.each(languages)("%s has words of every group", (_, words) => {
  const groups = wordGroups.filter((group) => group in romance.spanishWords() && !optional.includes(group));
  expect(groups.length).toBeGreaterThan(30);
  expect(groups.filter((group) => wordsIn(words, group).length === 0)).toEqual([]);
});

test.each(languages)("no word of %s is listed twice, and none is blank", (_, words) => {
  const keys = wordGroups.flatMap((group) => wordsIn(words, group).map(keyOf));
  expect(keys.filter((key, index) => key === "" || keys.indexOf(key) !== index)).toEqual([]);
});

/** Of two languages that write two meanings alike, the one with more readers decides. */
const decidedByAnotherLanguage = [
  ...["french: section", "italian: termine", "german: Tag", "dutch: bestanden", "ukrainian: завершено"],
];

test("every word of a language is read as in the list, except where another language decides", () => {
  const roleOf = (group: WordGroup) => readHeader(englishWords[group].split(",")[0] ?? "").role;
  const other = languages.flatMap(([language, words]) =>
    wordGroups.flatMap((group) =>
      wordsIn(words, group)
        .map((word) => word.trim())
        .filter((word) => readHeader(word).role !== roleOf(group) || readHeader(word).isWeak)
        .map((word) => `${language.replace("Words", "")}: ${word}`),
    ),
  );
  expect(other).toEqual(decidedByAnotherLanguage);
});

test("the usual words of a group are the English ones", () => {
  expect(wordsOfGroup("status").slice(0, 2)).toEqual(["status", "state"]);
  expect(wordsOfGroup("topic")).toEqual(expect.arrayContaining(["topic", "user story", "what"]));
  expect(wordsOfEveryLanguage("topic")).toEqual(expect.arrayContaining(["topic", "tema", "主题", "Thema"]));
});

/** What version 1 read; files rely on it. Only `Day` is no phase any more. */
const earlierWords: Readonly<Partial<Record<WordGroup, string>>> = {
  topic: `topic, topics, skill, skills, subject, course, module, name, topic name, feature, item, task, tasks, title,
    concept, technology, milestone, project, book, lesson, chapter, area, tema, temas, tópico, topico,
    habilidad, habilidade, materia, asignatura, curso, módulo, nombre, nome, tarea, tarefa, sujet, compétence,
    cours, thème, thema, fach, kurs, modul, argomento, corso, onderwerp, тема, темы, навык, предмет, курс,
    модуль, название, задача, 主题, 主題, 课题, 技能, 科目, 课程, 課程, 模块, 章节, 内容, 知识点, 任务, 名称, 项目, トピック, テーマ, 学習内容, 項目,
    スキル, コース, モジュール, 名前, タスク, 課題, 주제, 토픽, 과목, 기술, 강의, 모듈, 이름, 항목, chủ đề, môn học, materi, topik, konu, temat,
    przedmiot, الموضوع, المادة, المهارة, विषय`,
  phase: `phase, phases, phase no, phase number, week, week no, stage, sprint, level, month, step, quarter, section,
    fase, etapa, semana, nivel, nível, mes, mês, semaine, étape, woche, stufe, monat, settimana, livello, фаза,
    этап, неделя, уровень, месяц, спринт, 阶段, 階段, 周, 週, 级别, 月, 步骤, フェーズ, 段階, ステップ, レベル, 단계, 주차, 레벨, 월,
    giai đoạn, tuần, minggu, aşama, hafta, etap, tydzień, المرحلة, الأسبوع, चरण`,
  started: `date started, start date, started, started on, start, begin, begun, begin date, from, inicio, início,
    fecha de inicio, fecha inicio, data de início, data início, data de inicio, début, date de début, beginn,
    startdatum, inizio, data inizio, начало, дата начала, начато, 开始, 开始日期, 开始时间, 開始, 開始日, 着手日, 시작, 시작일, 시작 날짜,
    bắt đầu, ngày bắt đầu, mulai, tanggal mulai, başlangıç, początek, data rozpoczęcia, تاريخ البدء, البداية,
    आरंभ`,
  finished: `date finished, finish date, end date, completed, finished, done on, date completed, completed on,
    completion date, finished on, finish, end, date done, until, fin, fecha de fin, fecha fin,
    fecha de finalización, completado el, fim, data de fim, data fim, data de conclusão, conclusão,
    date de fin, ende, enddatum, abgeschlossen am, fine, data fine, einddatum, конец, дата окончания,
    дата завершения, окончание, завершено, 结束, 结束日期, 完成日期, 完成时间, 完了日, 終了日, 終了, 完了, 완료일, 종료일, 종료, 완료 날짜,
    kết thúc, ngày kết thúc, selesai, tanggal selesai, bitiş, koniec, data zakończenia, تاريخ الإكمال,
    تاريخ الانتهاء, النهاية, समाप्ति`,
  due: `due, due date, deadline, target date, due on, due by`,
  comments: `comments, comment, notes, note, description, remarks, details, comentarios, comentários, notas,
    descripción, descrição, observaciones, observações, commentaires, remarques, bemerkungen, notizen,
    beschreibung, commenti, descrizione, opmerkingen, комментарии, комментарий, заметки, описание, примечания,
    备注, 備註, 说明, 笔记, 备考, 備考, コメント, メモ, 説明, 비고, 메모, 설명, 코멘트, ghi chú, mô tả, catatan, keterangan, notlar,
    açıklama, uwagi, opis, ملاحظات, الوصف, टिप्पणी`,
  status: `status, state, progress status, estado, situação, estatus, statut, état, stand, stato, статус, состояние,
    стан, 状态, 狀態, 进度状态, 상태, 진행 상태, ステータス, 状態, 進捗状況, trạng thái, durum, stan, الحالة, स्थिति`,
  percent: `progress, percent, percentage, completion`,
  priority: `priority, prio, importance, urgency`,
  "depends-on": `depends on, dependencies, dependency, prerequisites, prerequisite, requires, after`,
  resources: `resources, resource, links, materials, references, recursos, recurso, materiales, materiais, ressources,
    ressourcen, material, quellen, risorse, bronnen, ресурсы, материалы, ссылки, 资源, 資源, 资料, 教材, リソース, 資料,
    参考資料, 자료, 리소스, 참고자료, tài liệu, nguồn, sumber, kaynaklar, zasoby, materiały, الموارد, المصادر, संसाधन`,
  deliverables: `deliverables, deliverable, outcome, outcomes, output, outputs, entregables, entregable, entregáveis,
    entregas, livrables, livrable, ergebnisse, ergebnis, risultati, resultaten, результаты, результат, 产出, 交付物,
    成果, 成果物, アウトプット, 산출물, 결과물, sản phẩm, hasil, çıktılar, rezultaty, المخرجات`,
  proof: `proof of work link, proof of work, proof, proofs, proof link, evidence, pr link, commit, prueba, pruebas,
    evidencia, evidencias, prova, evidência, evidências, preuve, preuves, nachweis, nachweise, beleg, bewijs,
    доказательство, подтверждение, пруф, 证明, 證明, 凭证, 証拠, 証明, コミット, 증거, 증빙, 증명, bằng chứng, bukti, kanıt, dowód,
    الإثبات, प्रमाण`,
};

test("every header that was recognized before has the same kind", () => {
  const lost = wordGroups.flatMap((kind) =>
    (earlierWords[kind] ?? "")
      .split(",")
      .map((word) => word.trim())
      .filter((word) => word !== "" && (readHeader(word).role !== kind || readHeader(word).isWeak)),
  );
  expect(lost).toEqual([]);
});
