import type { en } from "../en";
import type { InOtherWords } from "../shape";

export const settings: InOtherWords<typeof en.settings> = {};
