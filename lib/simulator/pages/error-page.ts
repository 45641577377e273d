import { html } from "@/lib/simulator/pages/html";
import { pageResponse } from "@/lib/simulator/pages/page";

interface ErrorPage {
  readonly status?: number;
  readonly title: string;
  readonly what: string;
  readonly whatToDo: string;
}

export function errorPage({ status = 400, title, what, whatToDo }: ErrorPage): Response {
  return pageResponse({ status, title, body: html`<p>${what}</p><p>${whatToDo}</p>` });
}

/** Wrong client or redirect: a page, never a redirect. The wording is close to Dexcom's (dexcom-api.md 2.2). */
export function unknownClientPage(detail: string): Response {
  return errorPage({
    title: "Error",
    what: "The client application is not known or is not authorized.",
    whatToDo: detail,
  });
}
