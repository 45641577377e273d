import { formatDate } from "@/lib/format/date";
import { formatDuration } from "@/lib/format/duration";
import type { DayTrace } from "@/lib/glucose/day-traces";
import { HIGH_SENTINEL_MG_DL, LOW_SENTINEL_MG_DL } from "@/lib/glucose/reading";
import { type OverlayReader, writeTraced } from "./overlay-words";

const ORDINARY_DAY_MINUTES = 1_440;

/** What somebody who reads the lines should know about them, one sentence each; empty when nothing is out of the way. */
export function overlayNotes(
  worn: readonly DayTrace[],
  { daysLeftOut, excluded }: { readonly daysLeftOut: number; readonly excluded: number },
  reader: OverlayReader,
): string[] {
  const { unit, words, lastDate } = reader;
  const { t, locale } = words;
  const name = (day: DayTrace) => formatDate(day.date, { locale });
  const moved = worn.filter(({ lengthMinutes }) => lengthMinutes !== ORDINARY_DAY_MINUTES);
  const below = worn.filter(({ lowest }) => lowest === LOW_SENTINEL_MG_DL).length;
  const above = worn.filter(({ highest }) => highest === HIGH_SENTINEL_MG_DL).length;
  const beyond = (value: number) => `${writeTraced(value, reader)} ${unit}`;
  return [
    ...(daysLeftOut > 0 ? [t("overlay.notes.left", { shown: worn.length, left: daysLeftOut })] : []),
    ...worn
      .filter(({ date }) => date === lastDate)
      .map((day) => t("overlay.notes.soFar", { day: name(day) })),
    ...(moved.length > 0
      ? [
          t("overlay.notes.lengths", {
            days: moved
              .map((day) =>
                t("overlay.notes.length", { day: name(day), duration: formatDuration(day.lengthMinutes) }),
              )
              .join(", "),
          }),
        ]
      : []),
    ...(below > 0 ? [t("overlay.notes.below", { count: below, value: beyond(LOW_SENTINEL_MG_DL) })] : []),
    ...(above > 0 ? [t("overlay.notes.above", { count: above, value: beyond(HIGH_SENTINEL_MG_DL) })] : []),
    ...(excluded > 0 ? [t("overlay.notes.excluded", { count: excluded })] : []),
  ];
}
