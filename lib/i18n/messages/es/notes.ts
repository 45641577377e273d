import type { en } from "../en";
import type { InOtherWords } from "../shape";

export const notes: InOtherWords<typeof en.notes> = {};
