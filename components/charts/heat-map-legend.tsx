import { writeEdge } from "@/components/charts/band-words";
import styles from "@/components/charts/heat-map.module.css";
import {
  type GlucoseTone,
  glucoseTones,
  hasTightPart,
  SHARE_STEPS,
  shareStep,
  TIGHT_TO_MG_DL,
  TONE_SIGNS,
} from "@/components/charts/heat-map-tones";
import { setRange } from "@/components/statistics/set-range";
import { classNames } from "@/components/ui/class-names";
import type { GlucoseUnit } from "@/lib/format/unit";
import { inUnit } from "@/lib/format/unit";
import { RANGE_SETS, type RangeSetChoice } from "@/lib/glucose/range-sets";
import type { Words } from "@/lib/i18n/translate";

interface Signs {
  /** What a hatched cell means here. */
  readonly hatched: string;
  /** What an empty cell with a dashed edge means. */
  readonly none: string;
}

/** The steps of time in range, from low to high. */
export function ShareLegend({ words: { t }, ...signs }: Signs & { readonly words: Words }) {
  const steps = SHARE_STEPS.map((from, i) => {
    const next = SHARE_STEPS[i + 1];
    const text =
      from === 0
        ? t("calendar.legend.below", { percent: String(next ?? 100) })
        : t("calendar.legend.between", {
            from: String(from),
            to: String(next === undefined ? 100 : next - 1),
          });
    return { key: String(from), className: styles[`share${shareStep(from)}`], sign: "", text };
  });
  return <Legend entries={steps} {...signs} />;
}

/** The tones of an average, from high to low. */
export function GlucoseLegend({
  ranges,
  unit,
  words,
  ...signs
}: Signs & { readonly ranges: RangeSetChoice; readonly unit: GlucoseUnit; readonly words: Words }) {
  const tones = glucoseTones(RANGE_SETS[ranges].bounds["mg/dL"]).map((tone) => ({
    key: tone,
    className: styles[tone],
    sign: TONE_SIGNS[tone],
    text: toneRange(tone, ranges, unit, words),
  }));
  return <Legend entries={tones} {...signs} />;
}

function toneRange(tone: GlucoseTone, ranges: RangeSetChoice, unit: GlucoseUnit, words: Words): string {
  const set = RANGE_SETS[ranges];
  const { low1, high1 } = set.bounds[unit];
  const write = (value: number) => writeEdge(value, unit, words.locale);
  const tightTo = inUnit(TIGHT_TO_MG_DL, unit);
  if (tone === "tight") return `${write(low1)}–${write(tightTo)}`;
  if (tone === "target" && hasTightPart(set.bounds["mg/dL"]))
    return `${write(tightTo + (unit === "mg/dL" ? 1 : 0.1))}–${write(high1)}`;
  return setRange(tone, set, unit, words);
}

function Legend({
  entries,
  hatched,
  none,
}: Signs & {
  readonly entries: readonly {
    readonly key: string;
    readonly className: string | undefined;
    readonly sign: string;
    readonly text: string;
  }[];
}) {
  const swatch = (...looks: (string | undefined)[]) => classNames(styles.cell, styles.swatch, ...looks);
  return (
    <ul className={styles.legend}>
      {entries.map(({ key, className, sign, text }) => (
        <li key={key}>
          <span className={swatch(className)} aria-hidden="true">
            {sign}
          </span>
          {text}
        </li>
      ))}
      <li>
        <span className={swatch(styles.hatched)} aria-hidden="true" />
        {hatched}
      </li>
      <li>
        <span className={swatch(styles.none)} aria-hidden="true" />
        {none}
      </li>
    </ul>
  );
}
