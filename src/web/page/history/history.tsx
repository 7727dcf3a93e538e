// History: what each day's commits changed, and what is not committed yet.

import type { PageData } from "../../../json/envelopes/page.js";

export function HistoryView({ data }: { readonly data: PageData }) {
  return (
    <main class="page">
      <div class="kind">
        <h2>History</h2>
        <span class="soft" dir="auto">
          {data.title}
        </span>
      </div>
    </main>
  );
}
