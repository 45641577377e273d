import { BANDS_FROM_TOP, bandName } from "@/components/charts/band-words";
import { cautionSentence, withheldReason } from "@/components/reports/verdict-words";
import { setRange } from "@/components/statistics/set-range";
import { delaySentence } from "@/components/time/delay-words";
import { formatDateRange, formatDateTime } from "@/lib/format/date";
import { formatGlucoseWithUnit } from "@/lib/format/glucose";
import { formatNumber } from "@/lib/format/number";
import { formatBandPercent, oneDecimal } from "@/lib/format/percent";
import type { GlucoseUnit } from "@/lib/format/unit";
import { daysBetween } from "@/lib/glucose/local-time";
import { RANGE_SETS } from "@/lib/glucose/range-sets";
import type { Verdict } from "@/lib/glucose/verdict";
import type { Words } from "@/lib/i18n/translate";
import type { Preview } from "@/lib/worklist/preview";
import type { ListedFigures } from "@/lib/worklist/row";

interface Writing {
  readonly unit: GlucoseUnit;
  readonly delayMinutes: number;
  readonly words: Words;
}

/** One patient's period as lines for a record: whose it is, how old, and every figure as it is shown, with its verdict. */
export function previewText(preview: Preview, { unit, delayMinutes, words }: Writing): string {
  const { t } = words;
  const { name, period, figures, targets } = preview;
  const days = daysBetween(period.from, period.to) + 1;
  const sections = [
    [
      name,
      `Hindsight · ${formatDateRange(period.from, period.to, words)} · ${t("overview.days", { count: days })}`,
      `${dataThroughOf(preview, words)} · ${delaySentence(delayMinutes, words)}`,
      t.markup("states.notice", { help: (text) => text }),
    ],
    ...(figures === null
      ? [[t("worklistText.noReadings")]]
      : [
          [t(`statistics.sets.${targets}.name`), ...bandLines(preview, figures, { unit, words })],
          figureLines(preview, figures, { unit, words }),
        ]),
  ];
  return sections.map((lines) => lines.join("\n")).join("\n\n");
}

function dataThroughOf({ dataThrough, displayOffsetMinutes }: Preview, words: Words): string {
  return dataThrough === null
    ? words.t("states.noReadingsYet")
    : `${words.t("statistics.text.dataThrough")}: ${formatDateTime(dataThrough, displayOffsetMinutes, words)}`;
}

function bandLines(
  { targets }: Preview,
  { bands, verdicts }: ListedFigures,
  { unit, words }: Omit<Writing, "delayMinutes">,
): string[] {
  if (bands === null) return [withheld(verdicts.timeInRanges, words)];
  const caution = cautionSentence(verdicts.timeInRanges, words);
  return [
    ...BANDS_FROM_TOP.flatMap((band) => bands.filter((one) => one.band === band)).map(
      (share) =>
        `${bandName(share.band, words)} (${setRange(share.band, RANGE_SETS[targets], unit, words)} ${unit}): ${formatBandPercent(share)}`,
    ),
    ...(caution === null ? [] : [caution]),
  ];
}

function figureLines(
  { change }: Preview,
  { mean, gmi, cv, activePercent, episodes, verdicts }: ListedFigures,
  { unit, words }: Omit<Writing, "delayMinutes">,
): string[] {
  const { t, locale } = words;
  const line = (label: string, value: string) => `${label}: ${value}`;
  const percent = (value: number) => `${oneDecimal(value, locale)} %`;
  return [
    line(
      t("figures.names.mean"),
      mean === null ? withheld(verdicts.mean, words) : formatGlucoseWithUnit(mean, unit, locale),
    ),
    line(t("figures.names.gmi"), gmi === null ? withheld(verdicts.gmi, words) : percent(gmi)),
    line(t("figures.names.cv"), cv === null ? withheld(verdicts.cv, words) : percent(cv)),
    ...(activePercent === null
      ? []
      : // Never rounded up to what is needed.
        [line(t("worklistText.worn"), `${Math.floor(activePercent)} %`)]),
    ...(change === null ? [] : [line(t("worklistText.change"), pointsOf(change, words))]),
    ...(episodes === null
      ? []
      : [
          line(t("worklistText.lowEpisodes"), String(episodes.low)),
          line(t("worklistText.veryLowEpisodes"), String(episodes.veryLow)),
        ]),
  ];
}

function pointsOf(change: number, { t, locale }: Words): string {
  const points = formatNumber(change, 0, locale).replace("-", "−");
  return t("worklistText.points", { points: Math.round(change) > 0 ? `+${points}` : points });
}

/** "— (Needs 14 days with readings, 11 are there.)" */
function withheld(verdict: Verdict, words: Words): string {
  return verdict.status === "insufficient" ? `— (${withheldReason(verdict, words)})` : "—";
}
