import type { en } from "../en";
import type { InOtherWords } from "../shape";

export const certificate: InOtherWords<typeof en.certificate> = {};
