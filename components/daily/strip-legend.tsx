import { EventSign } from "@/components/charts/event-marks";
import { EVENT_TYPES } from "@/lib/glucose/reading";
import type { Words } from "@/lib/i18n/translate";
import styles from "./day-strip.module.css";
import type { StripDay } from "./strip-words";

/** What the marks and grounds of a strip stand for: only those that it shows. */
export function StripLegend({
  days,
  hatchId,
  words: { t },
}: {
  readonly days: readonly StripDay[];
  readonly hatchId: string;
  readonly words: Words;
}) {
  const types = EVENT_TYPES.filter((type) =>
    days.some(({ events }) => events.some((one) => one.type === type)),
  );
  const isAwaited = days.some(({ day }) => day.notYetAvailable !== null || day.notFetchedYet.length > 0);
  return (
    <ul className={styles.legend}>
      {types.map((type) => (
        <li key={type}>
          <EventSign type={type} />
          {t(`charts.events.${type}`)}
        </li>
      ))}
      {days.some(({ day }) => day.gaps.length > 0) ? (
        <li>
          <Ground className={styles.gap} />
          {t("days.noReadings")}
        </li>
      ) : null}
      {days.some(({ day }) => day.excluded.length > 0) ? (
        <li>
          <Ground className={styles.excluded} />
          {t("charts.day.leftOut")}
        </li>
      ) : null}
      {isAwaited ? (
        <li>
          <Ground fill={`url(#${hatchId})`} />
          {t("charts.day.notYet")}
        </li>
      ) : null}
    </ul>
  );
}

function Ground(look: { readonly className?: string | undefined; readonly fill?: string }) {
  return (
    <svg width="24" height="14" aria-hidden="true" focusable="false">
      <rect x="0.5" y="0.5" width="23" height="13" {...look} />
    </svg>
  );
}
