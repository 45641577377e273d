import { readFile } from "node:fs/promises";

/** One block of a text that the operator of a site wrote: headings start with `# `, blank lines part paragraphs. */
export type TextBlock =
  | { readonly kind: "heading"; readonly text: string }
  | { readonly kind: "paragraph"; readonly text: string };

export function parseOperatorText(source: string): TextBlock[] {
  return source
    .split(/\r?\n\s*\r?\n/)
    .map((block) => block.trim())
    .filter((block) => block !== "")
    .map((block) =>
      block.startsWith("# ")
        ? { kind: "heading", text: block.slice(2).trim() }
        : { kind: "paragraph", text: block.replace(/\s*\r?\n\s*/g, " ") },
    );
}

/** The operator's own text, or null when none is set. A file that is set but unreadable is an error, never silence. */
export async function readOperatorText(file: string | undefined): Promise<TextBlock[] | null> {
  return file === undefined ? null : parseOperatorText(await readFile(file, "utf8"));
}
