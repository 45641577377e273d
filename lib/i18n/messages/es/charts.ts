import type { en } from "../en";
import type { InOtherWords } from "../shape";

export const charts: InOtherWords<typeof en.charts> = {};
