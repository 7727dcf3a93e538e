// Mojibake: what is certain is fixed, and clean text in any language stays as it is.

import { expect, test } from "vitest";
import { fc } from "../../support/fast-check.js";
import { encodings, fixed, misread } from "../../support/mojibake.js";
import { processorTimeMs } from "../../support/processor-time.js";

/** Clean texts that resemble garbled ones, or contain much beyond ASCII. */
const clean = [
  "Größe, Übermaß, „Äpfel“, ‚Öl‘ und »Ärger« – süß… Straße 5 °C, 20 €, §3, Spaß“ Maß”, „Ä“ ‚Ü‘",
  "L’été, c’était « déjà vu » : « voilà »… l’œuvre, l’âme, d’ici là — mot—été, Noël, “café”…, À ÇA, ÉTÉ",
  "A MANHÃ”, “MANHÃ”, AVÓ’, coração, às vezes, «ação», ÃO, pão®, São Paulo™, nº 5, 1ª",
  "¿Qué? ¡Sí! España, niño, pingüino, «así»… año’s, 5 % — él",
  "Zażółć gęślą jaźń, „ćma”, ŁÓDŹ, Český Krumlov, příliš žluťoučký kůň, „úterý“, Őrült, űr, árvíztűrő",
  "İstanbul, ığdır, şeker, çay, ÇAĞRI’nın, “Özgür”…, Üsküdar’da, Îmân, â, kâr, Â«",
  "Tiếng Việt: “Ừ”, ‘ừ’…, đường, Đà Nẵng, ĂN, “â”…, Ô, Hà Nội, ƠI, Êđê, «ơ»",
  "Ελληνικά: «Όλα καλά», π.χ. Ωμέγα… Русский: «Это — тест», ёлка, №5, І їжак. עברית ״כן״. العربية «نعم»",
  "中文：“测试”——《书》，「日本語」、かな、カナ…한국어 ‘시험’. 1️⃣ 2️⃣ 🟢 🟡 🟠 ✅ ❌ ⏳ → ← ↔ ≤ ≥ • · ★",
  "Íslenska: þögn, ÆÐI, „öl“, „ætt“; Dansk: »Ærø«, Åse, øl; Suomi: ”Äänestys”, yö; Eesti: „öö“, ‚öö‘, ‚ööd, „ääri“",
  "Dutch ‚één’ „één”, ‚óók’; Romanian „în”, â, „și” — ţară, Română, «â»; Catalan: l’Àngel·la, col·lecció",
  "maths: x≤y, ½·√2, 2√π, √π, a√πr, ∑∏, ≈π, x≈∞, ¬Ω, A∪B, ∂x/∂t, µm, Å², 5×10⁻³, 20 ± 3, Ø 5, α≠β, π², ∞°, 3 × “a”",
  "IPA: [ɛ̃], /əˈbaʊt/, ‘Éire’, É™, “É…”, Ä™, ‘Ö’—“Ä”…, £5, ©2026, ®, ™, naïve, façade, “Über”, ÿ, Ÿ, ƒ(x), Ω, ∆t",
  "Use `Ã©` for é, ``â€™`` too.\n\n```\nâ€“ Ã¼ ‚Äì\n```\n\nand ~~~ no more.",
  "````\n```\nÃ©tÃ©\n````\n",
  "The text fÃ¼r should be für, and donâ€™t be don’t.",
  "CAFÃ© Ã©, 90 Â°",
  "",
];

test.each(clean)("clean text is not changed: %s", (text) => {
  expect(fixed(text)).toBe(text);
});

const words = clean.slice(0, 12).flatMap((text) => text.split(/[ ,;:]+/));
const opening = ["", "", "“", "„", "«", "« ", "‘", "(", "*", "»", "–", "—"];
const closing = ["", "", "”", "“", "»", " »", "’", "…", "!", ")", "*", "«", "…”", "™", "®", "°"];

test("clean words of many languages are not changed, however they are quoted and joined", () => {
  const word = fc.tuple(fc.constantFrom(...opening), fc.constantFrom(...words), fc.constantFrom(...closing));
  const joined = fc.array(fc.tuple(word, fc.constantFrom(" ", " – ", ", ", "-", "/", "\n", " | ")), { maxLength: 12 });
  fc.assert(
    fc.property(joined, (parts) => {
      const text = parts.map(([all, gap]) => all.join("") + gap).join("");
      expect(fixed(text)).toBe(text);
    }),
    { numRuns: 3000 },
  );
});

const texts = clean.slice(0, 11).map((text) => text.replace(/[\u{1f000}-\u{1ffff}]/gu, "x"));

test.each(encodings)("a text misread as %s, even twice, is restored", (encoding) => {
  const once = texts.flatMap((text) => misread(text, encoding) ?? []);
  expect(once.length).toBeGreaterThan(9);
  for (const text of texts) {
    const [one, two] = [misread(text, encoding), misread(misread(text, encoding) ?? "", encoding)];
    if (one !== null) expect(fixed(one)).toBe(text);
    if (two !== null) expect(fixed(two)).toBe(text);
  }
});

test("a fixed text needs no further fix", () => {
  const pieces = fc.constantFrom(
    ...words,
    ...words.flatMap((word) => encodings.flatMap((name) => misread(word, name) ?? [])),
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 20 }), (parts) => {
      const once = fixed(parts.join(" "));
      expect(fixed(once)).toBe(once);
    }),
    { numRuns: 3000 },
  );
});

test.each([
  ["Socket ‚Üî client", "Socket ↔ client"],
  ["## 1Ô∏è‚É£ and 2Ô∏è‚É£", "## 1️⃣ and 2️⃣"],
  ["\uf8ffüü¢ \uf8ffüü° \uf8ffüü†", "🟢 🟡 🟠"],
  ["a ‚Äì b ‚Äî c‚Ä¶ don‚Äôt ‚Äúso‚Äù ‚Ä¢ ‚Üí", "a – b — c… don’t “so” • →"],
  ["fÃ¼r GrÃ¶ÃŸe", "für Größe"],
  ["cafÃ©", "café"],
  ["donâ€™t â€“ â€œsoâ€\u009d â†’ âœ… âœ“", "don’t – “so” → ✅ ✓"],
  ["ÃƒÂ©tÃƒÂ©", "été"],
  ["Ð¿Ñ€Ð¸Ð²ÐµÑ‚, ä¸\u00adæ–‡", "привет, 中文"],
  ["ma√±ana, caf√©s", "mañana, cafés"],
  ["\u00ef\u00bb\u00bf# Plan", "\ufeff# Plan"],
  // Garbled twice: by Windows-1252, then by Mac Roman; and by Mac Roman, with a part that is also UTF-8 in
  // Windows-1252.
  ["pot√É¬™ncia, a√É¬ß√É¬£o", "potência, ação"],
  ["√Å¬∞√Ñ‚Äû√â¬™", "础・"],
])("%j was %j", (text, meant) => {
  expect(fixed(text)).toBe(meant);
});

test("next to clean text, only what cannot be clean is fixed", () => {
  expect(fixed("Größe: fÃ¼r, 90 Â°")).toBe("Größe: für, 90 Â°");
  expect(fixed("fÃ¼r, 90 Â°")).toBe("für, 90 °");
});

test("a large file is searched within a short time", () => {
  const text = `${"„Größe“ – fÃ¼n é ’é à »\n".repeat(20_000)}\n`;
  const takenMs = processorTimeMs(() => {
    expect(fixed(text).length).toBeLessThan(text.length);
    // One run, as long as the file.
    expect(fixed("Ã©".repeat(200_000))).toBe("é".repeat(200_000));
  });
  expect(takenMs).toBeLessThan(5_000);
});
