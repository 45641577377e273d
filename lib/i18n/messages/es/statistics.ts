import type { en } from "../en";
import type { InOtherWords } from "../shape";

export const statistics: InOtherWords<typeof en.statistics> = {};
