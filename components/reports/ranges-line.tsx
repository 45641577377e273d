import { setRange } from "@/components/statistics/set-range";
import { Link } from "@/components/ui/link";
import type { GlucoseUnit } from "@/lib/format/unit";
import { RANGE_SETS, type RangeSetChoice } from "@/lib/glucose/range-sets";
import type { Words } from "@/lib/i18n/translate";
import type { View } from "@/lib/routes";
import styles from "./ranges-line.module.css";

/** What each view does with the ranges that were chosen; all of them carry these on. */
const USE_OF_RANGES = {
  overview: "followed",
  profile: "followed",
  statistics: "beside",
  daily: "followed",
  overlay: "followed",
  compare: "followed",
  calendar: "followed",
  patterns: "standardHere",
  logbook: "standardHere",
  notes: "noneHere",
  a1c: "noneHere",
  devices: "noneHere",
} as const satisfies Record<View, string>;

/** Says under a view's heading that other ranges than the standard ones were chosen, for whom that counts, and the way back. */
export function RangesLine({
  ranges,
  view,
  name,
  standardHref,
  unit,
  words,
}: {
  readonly ranges: Exclude<RangeSetChoice, "standard">;
  readonly view: View;
  /** Whose data it is; null for the reader's own. */
  readonly name: string | null;
  /** The same view with the standard ranges. */
  readonly standardHref: string;
  readonly unit: GlucoseUnit;
  readonly words: Words;
}) {
  const { t } = words;
  const use = USE_OF_RANGES[view];
  const said = {
    name: t(`statistics.sets.${ranges}.name`),
    range: `${setRange("target", RANGE_SETS[ranges], unit, words)} ${unit}`,
  };
  return (
    <p className={styles.line}>
      {use === "followed" ? t(`ranges.followed.${ranges}`, said) : t(`ranges.${use}`, said)}{" "}
      {name === null ? t("ranges.nobodyElse") : t("ranges.notForPatient", { patient: name })}{" "}
      <Link href={standardHref} className="screen-only">
        {t("ranges.standard")}
      </Link>
    </p>
  );
}
