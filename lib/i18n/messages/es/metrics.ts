import type { en } from "../en";
import type { InOtherWords } from "../shape";

export const metrics: InOtherWords<typeof en.metrics> = {};
