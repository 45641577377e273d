import { formatNumber } from "@/lib/format/number";
import type { PersonalGap } from "@/lib/glucose/a1c-gap";
import { ifccMmolMolOf } from "@/lib/glucose/a1c-units";
import type { Words } from "@/lib/i18n/translate";

/** "7.1 % · 54 mmol/mol": a laboratory value in both units. */
export function a1cInBothUnits(percent: number, locale: string): string {
  return bothUnits(percent, ifccMmolMolOf(percent), locale);
}

/** A GMI in both units; each has its own formula. */
export function gmiInBothUnits(percent: number, mmolMol: number | null, locale: string): string {
  return mmolMol === null ? `${formatNumber(percent, 1, locale)} %` : bothUnits(percent, mmolMol, locale);
}

function bothUnits(percent: number, mmolMol: number, locale: string): string {
  return `${formatNumber(percent, 1, locale)} % · ${formatNumber(mmolMol, 0, locale)} mmol/mol`;
}

/** "+0.3" or "−0.4": a gap with its sign. */
export function signedPoints(points: number, locale: string): string {
  const amount = formatNumber(Math.abs(points), 1, locale);
  if (amount === formatNumber(0, 1, locale)) return amount;
  return points > 0 ? `+${amount}` : `−${amount}`;
}

/** Where the GMI has been beside the laboratory, in one sentence. */
export function gapSentence({ pairs, median, lowest, highest }: PersonalGap, { t, locale }: Words): string {
  const tenths = (points: number) => Math.round(points * 10);
  const write = (points: number) => formatNumber(Math.abs(points), 1, locale);
  const values = { pairs, median: signedPoints(median, locale) };
  if (tenths(lowest) === 0 && tenths(highest) === 0) return t("a1c.gap.same", { pairs });
  if (tenths(highest) <= 0) return t("a1c.gap.below", { ...values, from: write(highest), to: write(lowest) });
  if (tenths(lowest) >= 0) return t("a1c.gap.above", { ...values, from: write(lowest), to: write(highest) });
  return t("a1c.gap.around", { ...values, from: write(lowest), to: write(highest) });
}
