import type { en } from "../en";
import type { InOtherWords } from "../shape";

export const days: InOtherWords<typeof en.days> = {};
