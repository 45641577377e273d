import type { ReactElement } from "react";
import { renderToString } from "react-dom/server";

/** What the server sends, without the comments that React puts between two texts. */
export function htmlOf(element: ReactElement): string {
  return renderToString(element).replaceAll("<!-- -->", "");
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#x27;": "'",
};

/** The text a person can read or hear, tags replaced by spaces. */
export function textOf(element: ReactElement): string {
  return htmlOf(element)
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll(/&(amp|lt|gt|quot|#x27);/g, (entity) => ENTITIES[entity] ?? entity)
    .replaceAll(/\s+/g, " ")
    .trim();
}

/** The body cells of the tables in some markup, row by row. */
export function tableRows(html: string): string[][] {
  const body = html.split("<tbody").slice(1).join("<tbody");
  return [...body.matchAll(/<tr[^>]*>(.*?)<\/tr>/g)].map(([, row = ""]) =>
    [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/g)].map(([, cell = ""]) =>
      cell
        .replaceAll(/<[^>]+>/g, " ")
        .replaceAll(/\s+/g, " ")
        .trim(),
    ),
  );
}
