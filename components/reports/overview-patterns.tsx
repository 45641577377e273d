import { CompactPatterns } from "@/components/patterns/compact-patterns";
import type { GlucoseUnit } from "@/lib/format/unit";
import type { LocalDate } from "@/lib/glucose/local-time";
import type { Patterns } from "@/lib/glucose/patterns/find-patterns";
import type { RangeSetChoice } from "@/lib/glucose/range-sets";
import type { DaySparkline } from "@/lib/glucose/sparkline";
import type { Words } from "@/lib/i18n/translate";
import { LinkedSection } from "./linked-section";
import styles from "./overview-patterns.module.css";

/** Up to four patterns, the most important first, and the way to all of them; nothing while there is too little data. */
export function OverviewPatterns({
  patterns: { found, notFound },
  sparklines,
  patternsHref,
  dayHref,
  ranges,
  unit,
  words,
}: {
  readonly patterns: Patterns;
  readonly sparklines: readonly DaySparkline[];
  readonly patternsHref: string;
  readonly dayHref: (date: LocalDate) => string;
  /** Those of the page: the rules keep to the standard ones, and say so beside others. */
  readonly ranges: RangeSetChoice;
  readonly unit: GlucoseUnit;
  readonly words: Words;
}) {
  const { t } = words;
  if (found.length + notFound.length === 0) return null;
  return (
    <LinkedSection
      id="patterns"
      title={t("overview.patterns.title")}
      more={{ href: patternsHref, label: t("overview.patterns.all") }}
    >
      {ranges === "standard" ? null : <p className="muted small">{t("overview.patterns.standard")}</p>}
      <div className={styles.found}>
        {found.length === 0 ? (
          <p className="muted">{t("overview.patterns.none")}</p>
        ) : (
          <CompactPatterns
            found={found}
            sparklines={sparklines}
            unit={unit}
            words={words}
            dayHref={dayHref}
          />
        )}
      </div>
    </LinkedSection>
  );
}
