import type { en } from "../en";
import type { InOtherWords } from "../shape";

export const forms: InOtherWords<typeof en.forms> = {};
