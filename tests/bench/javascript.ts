import { gzipSync } from "node:zlib";
import type { Browser, CDPSession } from "@playwright/test";
import { z } from "zod";
import { reportPath, VIEWS, viewPath } from "@/lib/routes";
import { isChartPainted, signedInContext } from "@/tests/bench/browser";
import { type Figure, figureOf } from "@/tests/bench/figure";
import type { BenchWorld } from "@/tests/bench/world";

/** One file as the browser received it. */
interface Transfer {
  readonly url: string;
  readonly type: string;
  /** Bytes on the wire, headers included. */
  readonly bytes: number;
  readonly encoding: string;
}

interface PageLoad {
  readonly transfers: readonly Transfer[];
  /** Script files that the HTML itself asks for; the charts come afterwards. */
  readonly namedInHtml: ReadonlySet<string>;
  /** What stands in `<script>` elements of the HTML, compressed by itself. */
  readonly inlineBytes: number;
  readonly paintedMs: number;
}

const LOADS = 5;
const KILOBYTE = 1_000;
const VIEW_KILOBYTES_MAX = 280;
/** The server leaves the smallest files as they are. */
const COMPRESSED_FROM_BYTES = 2_048;

/** Everything that Chromium fetches for Overview with an empty cache, until the charts are painted. */
export async function measureJavascript(
  world: BenchWorld,
  browser: Browser,
  cookie: string,
): Promise<Figure[]> {
  const loads: PageLoad[] = [];
  for (let i = 0; i < LOADS; i += 1) loads.push(await loadOverview(world, browser, cookie));
  const [first, ...rest] = loads;
  if (!first) throw new Error("the page was not loaded");
  const figure = (name: string, bytesOf: (load: PageLoad) => number, maxKilobytes?: number) =>
    figureOf(name, "kB gzip", {
      samples: rest.map((load) => bytesOf(load) / KILOBYTE),
      cold: bytesOf(first) / KILOBYTE,
      ...(maxKilobytes === undefined ? {} : { target: { max: maxKilobytes, of: "median" } as const }),
    });
  const bytesOf = (wanted: (transfer: Transfer, load: PageLoad) => boolean) => (load: PageLoad) =>
    load.transfers.filter((transfer) => wanted(transfer, load)).reduce((sum, { bytes }) => sum + bytes, 0);
  const isScript = ({ type }: Transfer) => type === "Script";
  const inShell = ({ url }: Transfer, { namedInHtml }: PageLoad) => namedInHtml.has(new URL(url).pathname);
  const all = figure(
    "JavaScript for Overview until the charts are painted",
    bytesOf(isScript),
    VIEW_KILOBYTES_MAX,
  );
  const scripts = first.transfers.filter(isScript).map((transfer) => ({
    file: new URL(transfer.url).pathname.split("/").at(-1),
    kilobytes: transfer.bytes / KILOBYTE,
    shell: inShell(transfer, first),
  }));
  return [
    { ...all, detail: { scripts } },
    figure(
      "JavaScript of the shell, before the charts",
      bytesOf((t, load) => isScript(t) && inShell(t, load)),
      150,
    ),
    figure(
      "JavaScript of the charts, after the shell",
      bytesOf((t, load) => isScript(t) && !inShell(t, load)),
    ),
    figure("scripts within the HTML (the page's data)", ({ inlineBytes }) => inlineBytes),
    figure(
      "HTML of Overview",
      bytesOf(({ type }) => type === "Document"),
    ),
    figure(
      "CSS for Overview",
      bytesOf(({ type }) => type === "Stylesheet"),
    ),
    figure(
      "fonts for Overview",
      bytesOf(({ type }) => type === "Font"),
    ),
    figureOf("Overview with an empty cache, until the charts are painted", "ms", {
      samples: rest.map(({ paintedMs }) => paintedMs),
      cold: first.paintedMs,
    }),
  ];
}

/** What each view asks of an empty cache in scripts, shell and charts together; the heaviest is the figure. */
export async function measureJavascriptOfViews(
  world: BenchWorld,
  browser: Browser,
  cookie: string,
): Promise<Figure> {
  const byView: Record<string, number> = {};
  for (const view of VIEWS) {
    const context = await signedInContext(browser, world.appUrl, cookie);
    try {
      const page = await context.newPage();
      const transfers = await watchTransfers(await context.newCDPSession(page));
      await page.goto(`${world.appUrl}${viewPath("me", view)}`, { waitUntil: "networkidle" });
      byView[view] = transfers()
        .filter(({ type }) => type === "Script")
        .reduce((sum, { bytes }) => sum + bytes / KILOBYTE, 0);
    } finally {
      await context.close();
    }
  }
  return figureOf("JavaScript of the heaviest view", "kB gzip", {
    samples: [Math.max(...Object.values(byView))],
    target: { max: VIEW_KILOBYTES_MAX, of: "median" },
    detail: { byView },
  });
}

async function loadOverview(world: BenchWorld, browser: Browser, cookie: string): Promise<PageLoad> {
  const context = await signedInContext(browser, world.appUrl, cookie);
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    const transfers = await watchTransfers(session);
    const began = performance.now();
    const response = await page.goto(`${world.appUrl}${reportPath.overview("me")}`, { waitUntil: "commit" });
    await page.waitForFunction(isChartPainted, undefined, { polling: "raf" });
    const paintedMs = performance.now() - began;
    await page.waitForLoadState("networkidle");
    const html = (await response?.text()) ?? "";
    const uncompressed = transfers().filter(isSentInFull);
    if (uncompressed.length > 0)
      throw new Error(`Not compressed: ${uncompressed.map(({ url }) => url).join(", ")}`);
    return {
      transfers: transfers(),
      namedInHtml: scriptsIn(html),
      inlineBytes: inlineScripts(html),
      paintedMs,
    };
  } finally {
    await context.close();
  }
}

const received = z.object({
  requestId: z.string(),
  type: z.string(),
  response: z.object({ url: z.string(), headers: z.record(z.string(), z.string()) }),
});
const finished = z.object({ requestId: z.string(), encodedDataLength: z.number() });

/** Counts what comes over the wire, as Chromium's network panel does. */
async function watchTransfers(session: CDPSession): Promise<() => Transfer[]> {
  const responses = new Map<string, Omit<Transfer, "bytes">>();
  const sizes = new Map<string, number>();
  session.on("Network.responseReceived", (event) => {
    const { requestId, type, response } = received.parse(event);
    const header = Object.entries(response.headers).find(
      ([name]) => name.toLowerCase() === "content-encoding",
    );
    responses.set(requestId, { url: response.url, type, encoding: header?.[1] ?? "none" });
  });
  session.on("Network.loadingFinished", (event) => {
    const { requestId, encodedDataLength } = finished.parse(event);
    sizes.set(requestId, encodedDataLength);
  });
  await session.send("Network.enable");
  await session.send("Network.setCacheDisabled", { cacheDisabled: true });
  return () =>
    [...responses].map(([requestId, response]) => ({ ...response, bytes: sizes.get(requestId) ?? 0 }));
}

function isSentInFull({ type, encoding, bytes }: Transfer): boolean {
  return type === "Script" && encoding !== "gzip" && bytes > COMPRESSED_FROM_BYTES;
}

function scriptsIn(html: string): Set<string> {
  const sources = [...html.matchAll(/<(?:script|link)\b[^>]*?(?:src|href)="([^"]+\.js[^"]*)"/g)];
  return new Set(sources.map(([, source = ""]) => new URL(source, "http://localhost").pathname));
}

function inlineScripts(html: string): number {
  const inline = [...html.matchAll(/<script\b(?![^>]*\bsrc=)[^>]*>([\s\S]*?)<\/script>/g)];
  return gzipSync(inline.map(([, text]) => text).join("\n")).length;
}
