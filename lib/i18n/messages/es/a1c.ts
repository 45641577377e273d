import type { en } from "../en";
import type { InOtherWords } from "../shape";

export const a1c: InOtherWords<typeof en.a1c> = {};
