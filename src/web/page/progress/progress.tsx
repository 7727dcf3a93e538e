// Progress: sums, burn-up, forecast, days and weeks.

import type { PageData } from "../../../json/envelopes/page.js";
import { BurnUpPanel } from "./burn-up.js";
import { DaysPanel } from "./days.js";
import { ForecastPanel } from "./forecast.js";
import { Tiles } from "./tiles.js";

export function ProgressView({ data }: { readonly data: PageData }) {
  return (
    <main class="page">
      <Tiles data={data} />
      <BurnUpPanel data={data} />
      {data.topics.length > 0 && (
        <div class="split">
          <ForecastPanel data={data} />
          <DaysPanel data={data} />
        </div>
      )}
    </main>
  );
}
