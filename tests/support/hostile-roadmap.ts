// A roadmap whose names try to break out of a picture, a page, a calendar or a table.

export const hostileRoadmap = `# <script>alert(1)</script> 図書管理 👩‍👩‍👧‍👦 & "quotes" with a title that goes on and on and on

| Topic | Phase | Started | Finished | Comments | Status | Resources | Proof |
|---|---|---|---|---|---|---|---|
| PostgreSQLとの接続とマイグレーションの作成 | 第一段階：基礎 | 2026-11-01 | | 本の一覧取得と本の新規登録を同じトランザクションで行う方法を調べてから実装する | In Progress | https://example.org/a/rather/long/path/that/is/wider/than/forty/columns/and/on | [run](javascript:alert) [rel](docs/x.md) <https://ok.example> [d](data:text/html,x) |
| 👩‍👩‍👧‍👦👨‍👨‍👦 emoji 🏳️‍🌈 and 1️⃣ | 2 | 2026-11-22 | | one<br>two | Blocked | | |
| <img src=x onerror=alert(1)> ]]> --> ' onmouseover="alert(1) &lt;b&gt; | 2 | 2026-01-02 | 2026-01-05 | \`<script>\` | Done | | mailto:a@b.example |
| تطبيق قاعدة البيانات على الخادم | المرحلة الثالثة | 2026-01-01 | 2027-01-01 | | | | |
| Pneumonoultramicroscopicsilicovolcanoconiosisandotherwordswithoutanyblankinthem | ${"W".repeat(60)} | 2026-13-45 | | | doing-ish | | |
| section: a; b, c # d %% e\\|f {g} \`h\` $i$ ^j~ _k_ | Week 10 | 2026-02-01 | 2026-01-01 | =1+1 | Done | | |
| title | Week 10 | | 2026-03-01 | END:VCALENDAR<br>BEGIN:VEVENT, a;b\\\\c | Done | | |
| 2026-01-01 | ﷽﷽﷽﷽﷽﷽ | 2026-01-01 | | हिन्दी में विषय | In Progress | | |

## 2️⃣ トラック with a long heading that goes on and on for longer than it should
*(Goal: none)*

### Phase 1: 基礎 and everything else that belongs to it, at length
- [x] テストを書く
- [ ] write the parser
  - [/] a task in a task
    - [-] and in that one
- [!] ESC \u001b[31m red \u202e bidi
`;
