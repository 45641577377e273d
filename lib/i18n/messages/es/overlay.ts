import type { en } from "../en";
import type { InOtherWords } from "../shape";

export const overlay: InOtherWords<typeof en.overlay> = {};
