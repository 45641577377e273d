import { formatNumber } from "./number";

/** A whole percentage that says when it stands for something smaller (see `lib/glucose/percent.ts`). */
interface Percentage {
  readonly percent: number;
  readonly underOne: boolean;
}

/** A band's percentage without its sign: "72", or "< 1" where readings are there but round to 0. */
export function bandPercent({ percent, underOne }: Percentage): string {
  return underOne ? "< 1" : String(percent);
}

/** The same with its sign: "72 %", "< 1 %". */
export function formatBandPercent(share: Percentage): string {
  return `${bandPercent(share)} %`;
}

/** GMI, CV and other percentages that carry one decimal, without the sign: "6.9". */
export function oneDecimal(value: number, locale?: string): string {
  return formatNumber(value, 1, locale);
}
