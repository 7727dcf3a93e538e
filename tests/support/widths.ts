// Widths for tests: which lines are too wide, measured by another library.

import stringWidth from "string-width";

/** A roadmap with texts that are hard to lay out: long, wide, joined, combined, right to left, and without spaces. */
export const wideText = `# 図書管理システムの学習進捗管理表 👩‍👩‍👧‍👦 with a rather long title that no terminal of twenty columns can take

| Topic | Phase | Started | Finished | Comments | Status | Resources | Proof |
|---|---|---|---|---|---|---|---|
| PostgreSQLとの接続とマイグレーションの作成 | 第一段階：基礎 | 2026-11-01 | | 本の一覧取得と本の新規登録を同じトランザクションで行う方法を調べてから実装する | In Progress | https://example.org/a/rather/long/path/that/is/wider/than/forty/columns | |
| 👩‍👩‍👧‍👦👨‍👨‍👦 family emoji 🏳️‍🌈 with joiners 1️⃣ and keycaps | 2 | 2026-11-22 | | short | In Progress | | |
| Cafe\u0301 re\u0301sume\u0301 with combining marks, e\u0301 by e\u0301 | 2 | | | | | | |
| تطبيق قاعدة البيانات على الخادم مع نسخة احتياطية | المرحلة الثالثة | 2026-01-01 | 2025-01-01 | اختبار طويل جدا لمعرفة ما يحدث | Done | | |
| Pneumonoultramicroscopicsilicovolcanoconiosisandotherwordswithoutanyblankinthem | 3 | 2026-13-45 | | Pneumonoultramicroscopicsilicovolcanoconiosisandotherwordswithoutanyblankinthem | doing-ish | | |
| Duplicate of a topic with quite a long name, number one | Week 10 | | | | | | |
| Duplicate of a topic with quite a long name, number two | Week 10 | | | | | | |
| हिन्दी में विषय और ประเทศไทย กำลัง | 4 | | | | ??? | | |

## 2️⃣ トラック with a long heading that goes on and on for longer than it should
*(Goal: none)*

### Phase 1: 基礎 and everything else that belongs to it, at length
- [x] テストを書く
- [ ] write the parser and the printer and the tests of both, then read all of it again from the beginning to the end
  - [ ] a nested task, 家族 👨‍👩‍👧 included, that is long enough to be cut at eighty columns as well
- [/] halfway
`;

/**
 * Lines that are too wide. Commands, links and lines of front matter are copied, so they stay on one line: a line that
 * consists only of one of them is not counted, nor is the position of a problem, `roadmap.md:12:3`.
 */
export function tooWide(text: string, columns: number): string[] {
  return text.split("\n").filter((line) => stringWidth(line) > columns && !isToCopy(line.trim()));
}

function isToCopy(line: string): boolean {
  const piece = line.replace(/^note: /, "").replace(/^\w+ {2,}/, "");
  if (/^(?:→ |next: )?roadmap [a-z]/.test(piece) || /^columns: \{ .* \}$/.test(piece)) return true;
  return /^(?:`[^`]*`|[^\s`])+$/.test(piece) && /`|:\/\/|:\d+:\d+$/.test(piece);
}
