import { createHash } from "node:crypto";
import { Html, html } from "@/lib/simulator/pages/html";
import { STYLE } from "@/lib/simulator/pages/style";
import { textResponse } from "@/lib/simulator/responses";

const STYLE_HASH = createHash("sha256").update(STYLE).digest("base64");

/** No script runs here, nothing is loaded, no other site may frame it. */
const PAGE_HEADERS = {
  "content-security-policy": `default-src 'none'; img-src data:; style-src 'sha256-${STYLE_HASH}'; base-uri 'none'; frame-ancestors 'none'`,
  "cache-control": "no-store",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
};

interface Page {
  readonly status?: number;
  readonly title: string;
  readonly body: Html;
}

/** A whole page, clearly marked as the simulator's. */
export function pageResponse({ status = 200, title, body }: Page): Response {
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · CGM sandbox simulator</title>
<link rel="icon" href="data:,">
<style>${new Html(STYLE)}</style>
</head>
<body>
<header class="ribbon"><strong>Simulator.</strong> This is not Dexcom: no account of yours is involved, and no password is asked for.</header>
<main>
<h1>${title}</h1>
${body}
</main>
<footer><a href="/">About this simulator</a> <a href="/permissions">Permissions</a></footer>
</body>
</html>
`;
  return textResponse(status, "text/html; charset=utf-8", page.text, PAGE_HEADERS);
}
