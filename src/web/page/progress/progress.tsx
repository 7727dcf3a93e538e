// Progress: sums, burn-up, forecast, days and weeks.

import type { PageData } from "../../../json/envelopes/page.js";

export function ProgressView({ data }: { readonly data: PageData }) {
  return (
    <main class="page">
      <div class="kind">
        <h2>Progress</h2>
        <span class="soft" dir="auto">
          {data.title}
        </span>
      </div>
    </main>
  );
}
