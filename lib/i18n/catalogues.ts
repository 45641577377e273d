import type { InOtherWords } from "./shape";
import type { Catalogue } from "./translate";

type Texts = InOtherWords<Catalogue>;

/** Every file of the folder, with what it exports. Written out by the bundler and by vitest; plain Node has no such thing. */
const FILES = import.meta.glob<Readonly<Record<string, Texts>>>("./messages/*.ts", { eager: true });

/**
 * The texts of each language by its code: a file `messages/es.ts` exports them as `es`. English comes first, the others by
 * their codes.
 */
export const CATALOGUES: ReadonlyMap<string, Texts> = new Map(
  Object.entries(FILES)
    .map(([file, exported]) => {
      const code = /(\w+)\.ts$/.exec(file)?.[1] ?? "";
      const texts = exported[code];
      if (texts === undefined) throw new Error(`${file} does not export ${code}`);
      return [code, texts] as const;
    })
    .sort(([a], [b]) => Number(b === "en") - Number(a === "en") || a.localeCompare(b)),
);
