// Priority words: the words for each rank of urgency, in many languages.

import { foldAccents, wordsOf } from "../text/normalize.js";

/** The words of each rank, the first one of each is English. */
export const rankWords: readonly (readonly string[])[] = [
  [
    ...["critical", "urgent", "highest", "very high", "top", "crítica", "crítico", "urgente", "muy alta", "muito alta"],
    ...["critique", "très haute", "kritisch", "dringend", "sehr hoch", "critico", "molto alta", "zeer hoog"],
    ...["критический", "срочно", "очень высокий", "紧急", "緊急", "最高", "긴급", "매우 높음", "khẩn cấp", "rất cao"],
    ...["mendesak", "sangat tinggi", "acil", "çok yüksek", "pilne", "krytyczny", "bardzo wysoki", "عاجل", "अत्यावश्यक"],
  ],
  [
    ...["high", "alta", "alto", "haute", "élevée", "élevé", "hoch", "hoog", "высокий", "высокая", "высокое", "高"],
    ...["높음", "상", "cao", "tinggi", "yüksek", "wysoki", "wysoka", "عالية", "عالي", "مرتفعة", "उच्च"],
  ],
  [
    ...["medium", "normal", "moderate", "med", "mid", "media", "medio", "média", "médio", "moyenne", "moyen", "mittel"],
    ...["gemiddeld", "средний", "средняя", "среднее", "中", "보통", "중간", "중", "trung bình", "vừa", "sedang"],
    ...["orta", "średni", "średnia", "متوسطة", "متوسط", "मध्यम"],
  ],
  [
    ...["low", "baja", "bajo", "baixa", "baixo", "basse", "faible", "niedrig", "gering", "bassa", "basso", "laag"],
    ...["низкий", "низкая", "низкое", "低", "낮음", "하", "thấp", "rendah", "düşük", "niski", "niska", "منخفضة"],
    ...["منخفض", "निम्न"],
  ],
  [
    ...["lowest", "very low", "muy baja", "muito baixa", "très basse", "sehr niedrig", "molto bassa", "zeer laag"],
    ...["очень низкий", "最低", "매우 낮음", "rất thấp", "sangat rendah", "çok düşük", "bardzo niski"],
  ],
];

/** Words as they are compared: folded, and without the word for "priority". */
export function priorityKey(text: string): string {
  return wordsOf(foldAccents(text))
    .filter((word) => word !== "priority")
    .join(" ");
}
