import { refusals } from "@/lib/i18n/messages/en/refusals";
import type { Words } from "@/lib/i18n/translate";
import type { RefusalCode } from "@/lib/refusals";
import type { RefusalTexts } from "./refusal";

/** What a page sends along, so that a refusal is said in the reader's language. Finished: the shell has no formatter. */
export function refusalTexts({ t }: Words): RefusalTexts {
  const codes = Object.keys(refusals.codes).filter(isCode);
  return {
    unreachable: t("refusals.unreachable"),
    unexpected: t("refusals.unexpected"),
    codes: Object.fromEntries(codes.map((code) => [code, t(`refusals.codes.${code}`)])),
  };
}

function isCode(name: string): name is RefusalCode {
  return name in refusals.codes;
}
