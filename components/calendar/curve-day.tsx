import type { AxisMarks } from "@/components/charts/glucose-axis";
import { Sparkline } from "@/components/charts/sparkline";
import { isThin, writeShare } from "@/components/days/day-words";
import { Link } from "@/components/ui/link";
import type { DaySummary } from "@/lib/glucose/figures";
import type { DaySparkline } from "@/lib/glucose/sparkline";
import type { Words } from "@/lib/i18n/translate";
import styles from "./curve-day.module.css";

/** A day as its small curve, with its time in range beneath. */
export function CurveDay({
  day,
  curve,
  domain,
  target,
  strokeId,
  label,
  href,
  words: { t },
}: {
  readonly day: DaySummary;
  readonly curve: DaySparkline | undefined;
  readonly domain: readonly [number, number];
  readonly target: AxisMarks["target"];
  readonly strokeId: string;
  readonly label: string;
  readonly href: string;
  readonly words: Words;
}) {
  const isAwaited = (curve?.awaitedFromMinutes ?? null) !== null;
  return (
    <Link href={href} className={styles.day} data-cell="">
      <span className="visually-hidden" data-name="">
        {label}
      </span>
      <span className={styles.date} aria-hidden="true">
        {Number(day.date.slice(-2))}
      </span>
      <span className={styles.curve} aria-hidden="true">
        {curve && (curve.lines.length > 0 || isAwaited) ? (
          <Sparkline line={curve} domain={domain} strokeId={strokeId} target={target} />
        ) : null}
      </span>
      <span className={styles.foot} aria-hidden="true">
        {day.targetShare === null ? (
          <span className={styles.none}>{t(isAwaited ? "calendar.day.noneYet" : "calendar.day.none")}</span>
        ) : (
          <strong>{writeShare(day.targetShare)}</strong>
        )}
        {isThin(day) ? (
          <span className={styles.worn}>
            {t("calendar.day.worn", { percent: String(Math.floor(day.activePercent)) })}
          </span>
        ) : null}
      </span>
    </Link>
  );
}
