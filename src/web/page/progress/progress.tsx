// Progress: sums, burn-up, forecast, days and weeks.

import type { PageData } from "../../../json/envelopes/page.js";
import { Tiles } from "./tiles.js";

export function ProgressView({ data }: { readonly data: PageData }) {
  return (
    <main class="page">
      <Tiles data={data} />
    </main>
  );
}
