import { strong } from "@/components/i18n/tags";
import { buttonLook } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import { linkTo } from "@/components/ui/link-to";
import { formatClock, formatDate, formatDateRange } from "@/lib/format/date";
import type { Words } from "@/lib/i18n/translate";
import type { OwnedShare, SeenLook, ShareMove } from "@/lib/sharing/status";
import styles from "./activity.module.css";
import { type ActivityEntry, byDay } from "./activity-days";
import { ActivityFilter, type ActivityFilterProps } from "./activity-filter";
import { lookerInWords, moveInWords, viewName } from "./activity-words";

export interface ActivityReportProps extends ActivityFilterProps {
  /** Those of this page, newest first. */
  readonly looks: readonly SeenLook[];
  readonly moves: readonly ShareMove[];
  /** Rows of the whole record. */
  readonly count: number;
  readonly coalescedMinutes: number;
  readonly displayOffsetMinutes: number;
  /** Null where there is no such page. */
  readonly newerHref: string | null;
  readonly olderHref: string | null;
  readonly csvHref: string;
  readonly sharingHref: string;
}

/** Who looked at the person's data, in sentences by day, with what happened to their shares in between. */
export function ActivityReport(props: ActivityReportProps) {
  const { looks, moves, shares, count, viewerId, what, displayOffsetMinutes, words } = props;
  const { t } = words;
  const days = byDay(looks, moves, displayOffsetMinutes);
  const isNarrowed = viewerId !== null || what !== null;
  const sharesById = new Map(shares.map((share) => [share.id, share]));
  return (
    <section aria-labelledby="looks" className={styles.part}>
      <h2 id="looks">{t("activity.list")}</h2>
      <div className={styles.about}>
        <p>{t("activity.about", { minutes: props.coalescedMinutes })}</p>
        <p>{t("activity.record", { count })}</p>
        <p>{t.rich("activity.sharing", { link: linkTo(props.sharingHref) })}</p>
      </div>
      {count === 0 ? <p>{t("activity.empty")}</p> : <ActivityFilter {...props} />}
      {isNarrowed && looks.length === 0 ? <p>{t("activity.nothing")}</p> : null}
      {days.map(({ date, entries }) => (
        <section key={date} aria-labelledby={`looks-${date}`} className={styles.day}>
          <h3 id={`looks-${date}`}>{formatDate(date, { ...words, style: "full" })}</h3>
          {/* oxlint-disable-next-line jsx-a11y/no-redundant-roles -- Safari takes a list without bullets for none */}
          <ul role="list" className={styles.list}>
            {entries.map((entry) => (
              <Entry
                key={entry.kind === "look" ? entry.look.seq : entry.move.id}
                {...{ entry, sharesById, displayOffsetMinutes, words }}
              />
            ))}
          </ul>
        </section>
      ))}
      <OtherPages {...props} />
      {count === 0 ? null : (
        <p className={styles.export}>
          <a href={props.csvHref} download>
            {t("activity.export")}
          </a>
        </p>
      )}
    </section>
  );
}

function Entry({
  entry,
  sharesById,
  displayOffsetMinutes,
  words,
}: {
  readonly entry: ActivityEntry;
  readonly sharesById: ReadonlyMap<string, OwnedShare>;
  readonly displayOffsetMinutes: number;
  readonly words: Words;
}) {
  const { t } = words;
  const time = (
    <time dateTime={new Date(entry.at).toISOString()}>
      {formatClock(entry.at, displayOffsetMinutes, words)}
    </time>
  );
  if (entry.kind === "move") {
    const share = sharesById.get(entry.move.shareId);
    return share === undefined ? null : (
      <li className={styles.entry}>
        <p>{moveInWords(entry.move, share, words)}</p>
        <p className={styles.facts}>{time}</p>
      </li>
    );
  }
  const { network, shareId } = entry.look;
  return (
    <li className={styles.entry}>
      <p>{lookInWords(entry.look, shareId === null ? undefined : sharesById.get(shareId), words)}</p>
      <p className={styles.facts}>
        {time} · {network === null ? t("activity.unknownNetwork") : t("activity.network", { network })}
      </p>
    </li>
  );
}

function lookInWords(
  { viewerName, clinic, what, days, shareId }: SeenLook,
  share: OwnedShare | undefined,
  words: Words,
) {
  const { t } = words;
  const name = lookerInWords({ name: viewerName, clinic }, share, words);
  const span = days && formatDateRange(days.from, days.to, words);
  if (what === "export-readings" && span !== null)
    return shareId === null
      ? t("activity.youDownloaded", { days: span })
      : t.rich("activity.downloaded", { name, days: span, strong });
  // Nobody opened anything: they went through a list in which these figures stood.
  if (what === "worklist")
    return span === null
      ? t.rich("activity.sawInWorklist", { name, strong })
      : t.rich("activity.sawInWorklistDays", { name, days: span, strong });
  const view = viewName(what, words);
  if (span === null) return t.rich("activity.looked", { name, view, strong });
  return t.rich("activity.lookedAtDays", { name, view, days: span, strong });
}

/** Newer and older looks; nothing where one page holds them all. */
function OtherPages({ newerHref, olderHref, words: { t } }: ActivityReportProps) {
  if (newerHref === null && olderHref === null) return null;
  return (
    <nav aria-label={t("activity.pages.label")} className={styles.pages}>
      {newerHref === null ? null : (
        <Link href={newerHref} className={buttonLook({})} rel="prev">
          <Icon name="previous" />
          {t("activity.pages.newer")}
        </Link>
      )}
      {olderHref === null ? null : (
        <Link href={olderHref} className={buttonLook({})} rel="next">
          {t("activity.pages.older")}
          <Icon name="next" />
        </Link>
      )}
    </nav>
  );
}
