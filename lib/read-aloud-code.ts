/**
 * Letters and digits that nobody mistakes for one another on paper: no 0 and O, no 1, I and L, no U and V at once, and no
 * vowels, so that a code never spells a word.
 */
const ALPHABET = "23456789BCDFGHJKMNPQRSTVWXZ";
const LENGTH = 8;
const GROUP = 4;
const WRITTEN = new RegExp(`^[${ALPHABET}]{${LENGTH}}$`);

/** A code of eight characters, 27^8 or about 38 bits: for one use, few tries and a short life. `random` is below its argument. */
export function readAloudCode(random: (below: number) => number): string {
  return Array.from({ length: LENGTH }, () => ALPHABET[random(ALPHABET.length)]).join("");
}

/** As it is shown and read aloud: "BCDF-GH23". */
export function writtenInGroups(code: string): string {
  return `${code.slice(0, GROUP)}-${code.slice(GROUP)}`;
}

/** What was typed, whatever its case, spaces and hyphens; null when it cannot be a code. */
export function parseReadAloudCode(typed: string): string | null {
  const code = typed.replaceAll(/[\s\-–—]/g, "").toUpperCase();
  return WRITTEN.test(code) ? code : null;
}
