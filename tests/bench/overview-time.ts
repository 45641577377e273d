import { Agent, type IncomingMessage, request } from "node:http";
import { reportPath } from "@/lib/routes";
import { type Figure, figureOf } from "@/tests/bench/figure";
import type { BenchWorld } from "@/tests/bench/world";

interface Answer {
  readonly firstByteMs: number;
  readonly wholeMs: number;
  readonly bytes: number;
}

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
      const cold = await ask(address, cookie, agent);
      for (let i = 0; i < WARM_UP; i += 1) await ask(address, cookie, agent);
      const answers: Answer[] = [];
      for (let i = 0; i < REQUESTS; i += 1) answers.push(await ask(address, cookie, agent));
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
  for (let i = 0; i < times; i += 1) await ask(`${world.appUrl}${path}`, cookie, agent);
  agent.destroy();
}

/** One request, uncompressed, so that the time is the report's and not gzip's. */
function ask(address: string, cookie: string, agent: Agent): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const began = performance.now();
  const onAnswer = (response: IncomingMessage) => {
    let firstByteMs: number | undefined;
    let bytes = 0;
    response.on("data", (chunk: Buffer) => {
      firstByteMs ??= performance.now() - began;
      bytes += chunk.length;
    });
    response.on("error", reject);
    response.on("end", () => {
      if (response.statusCode !== 200) reject(new Error(`${address} answered ${response.statusCode}`));
      const wholeMs = performance.now() - began;
      resolve({ firstByteMs: firstByteMs ?? wholeMs, wholeMs, bytes });
    });
  };
  request(address, { agent, headers: { cookie, accept: "text/html" } }, onAnswer)
    .on("error", reject)
    .end();
  return promise;
}
