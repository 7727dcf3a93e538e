// Phase languages: the words for a phase, and those of headings that name none, in many languages.

export const englishPhaseWords =
  "phase week weeks wk month months stage step sprint part level unit module chapter quarter semester term section milestone block cycle tier track iteration session year";

/**
 * One language or family per line. Words for a day are missing: a day is an ordinal inside a phase. Words that people
 * use for what they learn, such as lesson, course or project, are missing too.
 */
export const spelledPhases = `
fase semana semanas mes mês meses etapa paso passo módulo parte nivel nível unidad unidade bloque bloco capítulo ciclo trimestre semestre bimestre sección seção sesión sessão año
semaine semaines mois étape partie niveau unité chapitre bloc séance année
woche wochen monat monate schritt teil stufe modul kapitel abschnitt etappe quartal halbjahr einheit jahr
settimana settimane mese mesi tappa livello unità capitolo sezione blocco anno
maand stap deel hoofdstuk kwartaal blok
faza tydzień tygodnie miesiąc etap krok część poziom moduł rozdział kwartał semestr sekcja
fáze týden měsíc část úroveň kapitola čtvrtletí
fas vecka månad steg del nivå termin etapp uke uge måned trin kapittel
vaihe viikko kuukausi askel osa taso moduuli luku jakso
fázis hét hónap szakasz lépés rész szint fejezet negyedév ütem
fază faza săptămâna săptămână luna lună etapa pasul partea nivelul modulul capitolul trimestrul semestrul
фаза этап неделя недели месяц шаг стадия часть уровень модуль глава раздел спринт блок квартал семестр ступень
етап тиждень тижні місяць крок стадія частина рівень розділ
faz hafta ay aşama adım bölüm seviye modül kısım dönem çeyrek ünite evre
φάση εβδομάδα μήνας στάδιο βήμα μέρος επίπεδο ενότητα κεφάλαιο εξάμηνο
مرحلة المرحلة أسبوع الأسبوع اسبوع الاسبوع شهر الشهر خطوة الخطوة جزء الجزء مستوى المستوى وحدة الوحدة فصل الفصل قسم القسم
שלב שבוע חודש צעד חלק רמה מודול פרק יחידה סמסטר ספרינט
فاز مرحله هفته ماه گام بخش سطح ماژول فصل قسمت
चरण सप्ताह हफ्ता महीना माह कदम भाग स्तर मॉड्यूल अध्याय इकाई
ধাপ পর্যায় পর্ব সপ্তাহ মাস ভাগ অংশ স্তর মডিউল অধ্যায় ইউনিট
阶段 階段 周 週 月 步骤 步驟 部分 模块 模組 单元 單元 章节 章節 章 级别 級別 季度 学期 學期 冲刺
フェーズ ステージ ステップ スプリント パート レベル モジュール ユニット セクション
단계 주차 파트 레벨 모듈 유닛 챕터 섹션 스테이지 스텝 스프린트 페이즈 학기 분기
giai_đoạn tuần tháng bước phần cấp_độ chương học_phần mô-đun chặng kỳ học_kỳ quý
tahap minggu pekan bulan langkah bagian bahagian bab peringkat tingkat
เฟส ระยะ สัปดาห์ เดือน ขั้นตอน ขั้น ส่วน ระดับ โมดูล บท หน่วย`;

/** The words for "phase" itself. */
export const wordsForPhase = `
phase fase faz faza fáze fas vaihe fázis fază фаза этап етап etap etapa étape aşama evre φάση مرحلة المرحلة שלב فاز مرحله चरण ধাপ পর্যায়
阶段 階段 フェーズ 단계 페이즈 giai_đoạn tahap เฟส ระยะ`;

/** In headings that name no phase. */
export const spelledOverviews = `
overview status progress tracker tracking tracked dashboard summary legend key checklist roadmap schedule timeline contents glance
resumen progreso estado seguimiento leyenda vista avance visión panorama
visão sumário resumo progresso acompanhamento andamento legenda situação cronograma
aperçu vue progression avancement suivi résumé état statut légende bilan
übersicht überblick fortschritt fortschritte zusammenfassung legende
panoramica riepilogo progressi progresso stato avanzamento
overzicht voortgang samenvatting
przegląd postęp postępy podsumowanie stan
přehled pokrok průběh stav souhrn
översikt framsteg förlopp sammanfattning oversigt oversikt fremgang fremdrift teckenförklaring
yleiskatsaus edistyminen tila yhteenveto
áttekintés haladás állapot összefoglaló jelmagyarázat
prezentare progres stare rezumat legendă
обзор прогресс статус состояние сводка легенда итоги огляд прогрес стан підсумок
durum ilerleme özet bakış
επισκόπηση πρόοδος κατάσταση σύνοψη υπόμνημα
نظرة عامة التقدم تقدم الحالة ملخص المفتاح
סקירה התקדמות סטטוס סיכום מקרא
نمای کلی پیشرفت وضعیت خلاصه راهنما
अवलोकन प्रगति स्थिति सारांश
সারসংক্ষেপ অগ্রগতি অবস্থা
进度 進度 进展 進展 概览 概覽 总览 總覽 概述 状态 狀態 图例 圖例 汇总 总结 摘要
進捗 概要 状況 凡例 一覧 ステータス サマリー
진행 상황 현황 개요 요약 상태 범례
tiến độ tổng quan trạng thái tóm tắt chú thích
kemajuan ringkasan ikhtisar gambaran keterangan
ความคืบหน้า ภาพรวม สถานะ สรุป`;

/** Next to those words. */
export const spelledFillers = `
the my of for and a current overall general total project study learning course plan table list log by at
de del la el mi general actual da do das dos meu geral des du l mon mes général générale d ensemble der die mein gesamt aktueller
i e y et und di generale ogólny celkový и мой общий текущий genel ve 学习 學習 当前 當前 整体 總體 总体 项目 項目 说明 說明 表 跟踪 追踪
学習 全体 管理 の 전체 학습 표 hiện tại học tập chung umum belajar saat ini`;

export function longestFirst(one: string, other: string): number {
  return other.length - one.length;
}
