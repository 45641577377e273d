import { readdir } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { z } from "zod";
import { inProject } from "@/lib/cli/project";
import type { InOtherWords } from "@/lib/i18n/shape";
import { type Catalogue, type TextKey, type Words, wordsFrom } from "@/lib/i18n/translate";

const MESSAGES = inProject("lib/i18n/messages");

const texts = z.custom<InOtherWords<Catalogue>>((value) => typeof value === "object" && value !== null);

/**
 * The words of each language in the catalogue's folder, English first, for a process that no bundler has written them out
 * for (`lib/i18n/catalogues.ts`).
 */
export async function everyLanguage(): Promise<readonly Words[]> {
  const codes = (await readdir(MESSAGES)).flatMap((file) => /^(\w+)\.ts$/.exec(file)?.[1] ?? []);
  codes.sort((a, b) => Number(b === "en") - Number(a === "en") || a.localeCompare(b));
  return Promise.all(
    codes.map(async (code) => {
      const file = pathToFileURL(inProject("lib/i18n/messages", `${code}.ts`)).href;
      const exported = z.looseObject({ [code]: texts }).parse({ ...(await import(file)) });
      return wordsFrom<TextKey<Catalogue>>(code, texts.parse(exported[code]));
    }),
  );
}
