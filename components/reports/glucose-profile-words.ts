import { formatMinuteOfDay } from "@/lib/format/date";
import { formatGlucose } from "@/lib/format/glucose";
import type { GlucoseUnit } from "@/lib/format/unit";
import type { ProfilePoint } from "@/lib/glucose/figures";
import { profileFacts, type WholePoint } from "@/lib/glucose/profile-facts";
import type { Words } from "@/lib/i18n/translate";

export interface ProfileReader {
  readonly unit: GlucoseUnit;
  readonly words: Words;
}

/** The percentiles as tables head them; the median has a name. */
export function percentileNames({ t }: Words): readonly string[] {
  return ["5 %", "25 %", t("profile.table.median"), "75 %", "95 %"];
}

/** A percentile without its unit, "—" where there is none. */
export function writePercentile(value: number | null | undefined, { unit, words }: ProfileReader): string {
  return value === null || value === undefined ? "—" : formatGlucose(value, unit, words.locale);
}

/** "The median lies between 108 mg/dL around 6:30 AM and 162 mg/dL around 2:30 PM." */
export function profileSentence(points: readonly ProfilePoint[], { unit, words }: ProfileReader): string {
  const { t, locale } = words;
  const facts = profileFacts(points);
  if (facts === null) return t("profile.sentenceNone");
  const at = ({ minuteOfDay, p50 }: WholePoint) =>
    t("profile.at", {
      value: `${formatGlucose(p50, unit, locale)} ${unit}`,
      time: formatMinuteOfDay(minuteOfDay, { locale }),
    });
  return t("profile.sentence", { lowest: at(facts.lowest), highest: at(facts.highest) });
}

/** The curve as rows: time of day and the five percentiles, exactly what is drawn. */
export function profileTable(points: readonly ProfilePoint[], reader: ProfileReader) {
  const { t, locale } = reader.words;
  return {
    columns: [t("profile.table.time"), ...percentileNames(reader.words), t("profile.table.days")],
    rows: points.map(({ minuteOfDay, p5, p25, p50, p75, p95, days }) => [
      formatMinuteOfDay(minuteOfDay, { locale }),
      ...[p5, p25, p50, p75, p95].map((value) => writePercentile(value, reader)),
      String(days),
    ]),
  };
}
