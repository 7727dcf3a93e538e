// Phases: topics by phase, then tasks by track, with check boxes.

import type { PageData } from "../../../json/envelopes/page.js";

export function PhasesView({ data }: { readonly data: PageData }) {
  return (
    <main class="page">
      <div class="kind">
        <h2>Phases</h2>
        <span class="soft" dir="auto">
          {data.title}
        </span>
      </div>
    </main>
  );
}
