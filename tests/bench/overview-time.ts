import { Agent } from "node:http";
import { reportPath } from "@/lib/routes";
import { type Answer, ask } from "@/tests/bench/ask";
import { type Figure, figureOf } from "@/tests/bench/figure";
import type { BenchWorld } from "@/tests/bench/world";

const WARM_UP = 10;
const REQUESTS = 60;
/** product.md: every report, and every switch of period, within 200 ms. */
const WHOLE_MS_MAX = 200;

/** How long the server takes for Overview, asked over a kept-alive connection as a browser has one. */
export async function measureOverview(world: BenchWorld, cookie: string): Promise<Figure[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  try {
    const figures: Figure[] = [];
    for (const days of [14, 90]) {
      const address = `${world.appUrl}${reportPath.overview("me")}?days=${days}`;
      const cold = await ask(address, { cookie, agent });
      for (let i = 0; i < WARM_UP; i += 1) await ask(address, { cookie, agent });
      const answers: Answer[] = [];
      for (let i = 0; i < REQUESTS; i += 1) answers.push(await ask(address, { cookie, agent }));
      const detail = { htmlBytes: cold.bytes };
      figures.push(
        figureOf(`Overview of ${days} days, server time to the first byte`, "ms", {
          samples: answers.map(({ firstByteMs }) => firstByteMs),
          cold: cold.firstByteMs,
        }),
        figureOf(`Overview of ${days} days, server time to the last byte`, "ms", {
          samples: answers.map(({ wholeMs }) => wholeMs),
          cold: cold.wholeMs,
          target: { max: WHOLE_MS_MAX, of: "p95" },
          detail,
        }),
      );
    }
    return figures;
  } finally {
    agent.destroy();
  }
}

/** Asks for a page so many times, for what that does to the server. */
export async function askOften(
  world: BenchWorld,
  cookie: string,
  path: string,
  times: number,
): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  for (let i = 0; i < times; i += 1) await ask(`${world.appUrl}${path}`, { cookie, agent });
  agent.destroy();
}
