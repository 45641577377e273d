import { Question } from "@/components/help/question";
import { delayInWords } from "@/components/time/delay-words";
import { buttonLook } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import type { ConnectionView } from "@/lib/connections/status";
import type { Freshness } from "@/lib/glucose/figures";
import type { Words } from "@/lib/i18n/translate";
import { wordsFor } from "@/lib/i18n/words";
import { stateQuestion, stateWords, timeOr } from "./connection-words";
import { ImportProgress } from "./import-progress";
import { importWords } from "./import-words";

interface StateProps {
  readonly connection: ConnectionView | null;
  readonly freshness: Freshness;
  readonly locale: string;
  readonly syncUrl: string;
  readonly connectHref: string;
}

/**
 * What a report says about its connection, above its figures: an import that runs, a connection that stopped, Dexcom
 * that does not answer. Nothing when all is well.
 */
export function ConnectionNotice({ connection, freshness, locale, syncUrl, connectHref }: StateProps) {
  const words = wordsFor(locale);
  const { t } = words;
  const time = { displayOffsetMinutes: freshness.displayOffsetMinutes, locale };
  if (connection === null)
    return (
      <Notice
        icon="info"
        title={t("states.connection.none.title")}
        actions={<ConnectLink href={connectHref} text={t("states.connection.connect")} />}
      >
        <p>
          {t("states.connection.none.meaning")} <Question about="connection" words={words} />
        </p>
      </Notice>
    );
  switch (connection.status) {
    case "active":
      return null;
    case "importing":
      return connection.progress ? (
        <ImportProgress
          progress={connection.progress}
          statusUrl={syncUrl}
          words={importWords(connection.progress, time)}
        />
      ) : null;
    case "retrying":
      return <RetryingNotice connection={connection} freshness={freshness} locale={locale} />;
    case "reconnect-needed":
    case "disconnected": {
      const { title, meaning } = stateWords(connection, words);
      return (
        <Notice
          icon={connection.status === "disconnected" ? "info" : "attention"}
          title={title}
          role="status"
          actions={<ConnectLink href={connectHref} text={t("states.connection.reconnect")} />}
        >
          <p>
            {meaning}{" "}
            {freshness.dataThrough === null
              ? t("states.connection.noReadings")
              : t("states.connection.dataEnds", { time: timeOr(freshness.dataThrough, "", time) })}{" "}
            <Question about={stateQuestion(connection)} words={words} />
          </p>
        </Notice>
      );
    }
  }
}

/** Nobody has to do anything: it is said with how far the figures can be relied on. */
export function RetryingNotice({
  connection,
  freshness: { checkedThrough, displayOffsetMinutes },
  locale,
}: {
  readonly connection: ConnectionView;
  readonly freshness: Freshness;
  readonly locale: string;
}) {
  const words = wordsFor(locale);
  const { title, meaning } = stateWords(connection, words);
  const time = timeOr(checkedThrough, "", { displayOffsetMinutes, locale });
  return (
    <Notice icon="clock" title={title} role="status">
      <p>
        {meaning}
        {checkedThrough === null ? "" : ` ${words.t("states.connection.readUpTo", { time })}`}
      </p>
    </Notice>
  );
}

function ConnectLink({ href, text }: { readonly href: string; readonly text: string }) {
  return (
    <Link href={href} className={buttonLook({ tone: "primary" })}>
      {text}
    </Link>
  );
}

/** A period without a single reading: why, and the next step. */
export function EmptyReport({
  connection,
  delayMinutes,
  hasReadings,
  latestHref,
  connectHref,
  locale,
}: {
  readonly connection: ConnectionView | null;
  readonly delayMinutes: number;
  /** Whether there are readings outside this period. */
  readonly hasReadings: boolean;
  readonly latestHref: string;
  readonly connectHref: string;
  readonly locale: string;
}) {
  const words = wordsFor(locale);
  const { t } = words;
  if (hasReadings) return <NoReadingsInPeriod latestHref={latestHref} words={words} />;
  if (connection === null || connection.status === "disconnected" || connection.status === "reconnect-needed")
    return (
      <Notice
        title={t("states.empty.ever")}
        actions={<ConnectLink href={connectHref} text={t("states.connection.connect")} />}
      >
        <p>{t("states.empty.connectFirst")}</p>
      </Notice>
    );
  if (connection.status === "importing")
    return (
      <Notice title={t("states.empty.onTheirWay")}>
        <p>{t("states.empty.soon")}</p>
      </Notice>
    );
  return (
    <Notice title={t("states.empty.ever")}>
      <p>
        {delayMinutes > 0
          ? t("states.empty.later", { delay: delayInWords(delayMinutes, words) })
          : t("states.empty.nextSync")}
      </p>
    </Notice>
  );
}

/** There are readings on other days. */
export function NoReadingsInPeriod({
  latestHref,
  words: { t },
}: {
  readonly latestHref: string;
  readonly words: Words;
}) {
  return (
    <Notice
      title={t("states.empty.period")}
      actions={
        <Link href={latestHref} className={buttonLook({})}>
          {t("states.empty.latest")}
        </Link>
      }
    >
      <p>{t("states.empty.periodWhy")}</p>
    </Notice>
  );
}
