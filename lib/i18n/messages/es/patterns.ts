import type { en } from "../en";
import type { InOtherWords } from "../shape";

export const patterns: InOtherWords<typeof en.patterns> = {};
