// Status words: what people write for the five statuses, in many languages.

import type { Status } from "./status.js";

/** Words as `wordsOf` returns them, joined by spaces. The file's own words take precedence. */
export const statusWords: Readonly<Record<Status, readonly string[]>> = {
  "not-started": [
    ...["not started", "not yet started", "not begun", "unstarted", "to do", "todo", "pending", "planned", "upcoming"],
    ...["open", "backlog", "new", "queued", "not done", "incomplete"],
    ...["no iniciado", "no iniciada", "sin empezar", "sin iniciar", "pendiente", "por hacer", "planificado"],
    ...["não iniciado", "não iniciada", "nao iniciado", "nao iniciada", "pendente", "a fazer", "planejado"],
    ...["non commencé", "pas commencé", "à faire", "a faire", "prévu", "nicht begonnen", "offen", "geplant"],
    ...["non iniziato", "da fare", "in attesa di inizio", "niet gestart", "te doen"],
    ...["не начато", "не начат", "не начата", "не приступал", "запланировано", "к выполнению", "не розпочато"],
    ...["未开始", "未開始", "待开始", "待開始", "待办", "待辦", "待学习", "计划中", "計劃中", "未学习", "未完成"],
    ...[
      "未着手",
      "未",
      "未完",
      "予定",
      "これから",
      "未実施",
      "시작 전",
      "시작전",
      "미시작",
      "대기",
      "예정",
      "계획",
      "할 일",
    ],
    ...["chưa bắt đầu", "belum dimulai", "belum", "başlanmadı", "yapılacak", "nie rozpoczęto", "do zrobienia"],
    ...["لم يبدأ", "لم تبدأ", "قيد الانتظار", "शुरू नहीं"],
  ],
  "in-progress": [
    ...["in progress", "started", "ongoing", "doing", "wip", "work in progress", "active", "current", "underway"],
    ...["in work", "learning", "studying"],
    ...["en progreso", "en curso", "en proceso", "iniciado", "em progresso", "em andamento", "em curso", "fazendo"],
    ...["en cours", "in arbeit", "begonnen", "laufend", "in corso", "bezig"],
    ...["в процессе", "в работе", "в прогрессе", "изучаю", "делаю", "начато", "в процесі"],
    ...["进行中", "進行中", "学习中", "學習中", "学習中", "实现中", "実装中", "作業中", "着手中", "着手", "处理中"],
    ...["진행중", "진행 중", "학습중", "학습 중", "đang học", "đang làm", "đang thực hiện", "sedang berjalan"],
    ...["devam ediyor", "w toku", "w trakcie", "قيد التنفيذ", "جاري", "जारी"],
  ],
  done: [
    ...["done", "complete", "completed", "finished", "closed", "learned", "learnt", "passed", "shipped", "merged"],
    ...["hecho", "hecha", "completado", "completada", "terminado", "terminada", "finalizado", "finalizada", "listo"],
    ...["feito", "feita", "concluído", "concluída", "concluido", "concluida", "completo", "completa"],
    ...["terminé", "terminée", "fini", "fait", "fertig", "erledigt", "abgeschlossen", "fatto", "completato", "klaar"],
    ...["готово", "сделано", "завершено", "завершён", "завершен", "выполнено", "пройдено", "изучено", "виконано"],
    ...["完成", "已完成", "完了", "済", "済み", "終了", "完", "已学习", "完毕"],
    ...["완료", "완료됨", "끝", "hoàn thành", "đã xong", "xong", "selesai", "tamamlandı", "bitti"],
    ...["ukończone", "zrobione", "gotowe", "مكتمل", "تم", "منجز", "पूर्ण"],
  ],
  blocked: [
    ...["blocked", "stuck", "on hold", "paused", "waiting", "hold"],
    ...["bloqueado", "bloqueada", "pausado", "pausada", "en espera", "em espera", "bloqué", "bloquée", "en pause"],
    ...["blockiert", "pausiert", "wartet", "bloccato", "in pausa", "geblokkeerd"],
    ...["заблокировано", "заблокирован", "приостановлено", "на паузе", "заблоковано"],
    ...["阻塞", "受阻", "暂停", "暫停", "搁置", "保留", "中断", "ブロック", "停止中", "一時停止"],
    ...["차단", "차단됨", "보류", "중단", "bị chặn", "tạm dừng", "terblokir", "tertunda", "engellendi", "beklemede"],
    ...["zablokowane", "wstrzymane", "محظور", "متوقف", "معلق"],
  ],
  skipped: [
    ...["skipped", "skip", "cancelled", "canceled", "dropped", "wont do", "won t do", "abandoned", "not needed"],
    ...["omitido", "omitida", "saltado", "cancelado", "cancelada", "descartado", "pulado", "ignorado"],
    ...["ignoré", "annulé", "annulée", "abandonné", "übersprungen", "abgebrochen", "saltato", "annullato"],
    ...["overgeslagen", "пропущено", "пропущен", "отменено", "отменён", "скасовано"],
    ...["跳过", "跳過", "已跳过", "取消", "已取消", "放弃", "スキップ", "見送り", "中止", "キャンセル"],
    ...["건너뜀", "스킵", "취소", "취소됨", "bỏ qua", "dilewati", "atlandı", "iptal", "pominięte", "anulowane"],
    ...["تم التخطي", "ملغي", "ملغى"],
  ],
};

/** Emoji and symbols that have the same meaning in every file seen; all others need a word next to them. */
export const statusEmoji: Readonly<Record<Status, readonly string[]>> = {
  "not-started": ["⬜", "☐", "🔲", "◻", "⬛", ":black_square_button:", ":white_large_square:", "[ ]"],
  "in-progress": ["🔄", "🚧", "🏃", ":arrows_counterclockwise:", ":construction:", "[/]"],
  done: ["✅", "☑", "✔", "✓", "🏁", ":white_check_mark:", ":heavy_check_mark:", ":ballot_box_with_check:", "[x]"],
  blocked: ["⛔", "🚫", "🛑", ":no_entry:", ":stop_sign:", "[!]"],
  skipped: ["⏭", "⏩", ":fast_forward:", "[-]"],
};
