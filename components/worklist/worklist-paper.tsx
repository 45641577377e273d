import type { Instant } from "@/lib/clock";
import { formatClock, formatDate } from "@/lib/format/date";
import type { GlucoseUnit } from "@/lib/format/unit";
import { localDateOf } from "@/lib/glucose/local-time";
import type { Words } from "@/lib/i18n/translate";
import { FLAGS } from "@/lib/worklist/row";
import { boundInWords } from "./bound-words";
import type { FilterLabels } from "./worklist-filters";
import type { ListQuery } from "./worklist-query";

/** On paper only: which days and whom the list shows, and when it was made. On a screen the filters say so. */
export function WorklistPaper({
  query: { days, flags, needLook, notReviewed, tagId, siteId, bounds },
  labels,
  search,
  unit,
  now,
  words,
}: {
  readonly query: ListQuery;
  readonly labels: FilterLabels;
  readonly search: string;
  readonly unit: GlucoseUnit;
  readonly now: Instant;
  readonly words: Words;
}) {
  const { t, locale } = words;
  const named = [...labels.sites, ...labels.tags].filter(({ id }) => id === siteId || id === tagId);
  const shown = [
    t("worklist.days", { count: days }),
    ...(needLook ? [t("worklist.filters.needed")] : []),
    ...FLAGS.filter((flag) => flags.includes(flag)).map((flag) => t(`worklist.flags.${flag}`)),
    ...(notReviewed ? [t("worklist.filters.notReviewed")] : []),
    ...bounds.map((bound) => boundInWords(bound, unit, words)),
    ...named.map(({ name }) => name),
    ...(search === "" ? [] : [t("worklist.search.shown", { name: search })]),
  ];
  // A clinic has no time zone of its own, and the server does not know the reader's.
  const made = `${formatDate(localDateOf(now, 0), { locale, style: "full" })}, ${formatClock(now, 0, { locale })} UTC`;
  return (
    <p className="print-only">
      {shown.join(" · ")} · {t("certificate.made", { time: made })}
    </p>
  );
}
