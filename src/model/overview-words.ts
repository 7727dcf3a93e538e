// Overview words: headings that only say "overview", "status", "progress" or "legend", in many languages.

import { lazy, memoizeText } from "../text/memoize.js";
import { foldAccents, wordsOf } from "../text/normalize.js";

const overviewWords = `
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

const otherWords = `
the my of for and a current overall general total project study learning course plan table list log by at
de del la el mi general actual da do das dos meu geral des du l mon mes général générale d ensemble der die mein gesamt aktueller
i e y et und di generale ogólny celkový и мой общий текущий genel ve 学习 學習 当前 當前 整体 總體 总体 项目 項目 说明 說明 表 跟踪 追踪
学習 全体 管理 の 전체 학습 표 hiện tại học tập chung umum belajar saat ini`;

const patterns = lazy(() => {
  const alternatives = (words: string) => [...new Set(foldAccents(words).split(" "))].join("|");
  const overview = alternatives(overviewWords);
  // In scripts without spaces, the words follow each other directly.
  return {
    overview: new RegExp(`(?<!\\p{L})(?:${overview})|[^\\p{Script=Latin}\\s](?:${overview})`, "u"),
    nothingElse: new RegExp(`^(?:(?:${overview}|${alternatives(otherWords)})(?![a-z])\\s*)+$`, "u"),
  };
});

/** Whether the heading names no phase, but says that something is shown: `Progress`, `📊 学习进度`. */
export const isOverview = memoizeText((heading): boolean => {
  const words = wordsOf(foldAccents(heading.replace(/[([（].*$/u, ""))).join(" ");
  const { overview, nothingElse } = patterns();
  return nothingElse.test(words) && overview.test(words);
});
