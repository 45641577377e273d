import { Notice } from "@/components/ui/notice";
import type { ConnectionView } from "@/lib/connections/status";
import type { Freshness } from "@/lib/glucose/figures";
import type { Words } from "@/lib/i18n/translate";
import { wordsFor } from "@/lib/i18n/words";
import { timeOr } from "./connection-words";
import { NoReadingsInPeriod, RetryingNotice } from "./report-states";

interface SharedStateProps {
  readonly connection: ConnectionView | null;
  readonly freshness: Freshness;
  readonly locale: string;
  /** Whose data it is. */
  readonly name: string;
}

/** What a report says about the connection to somebody who cannot do anything about it, but whose figures rest on it. */
export function SharedConnectionNotice({ connection, freshness, locale, name }: SharedStateProps) {
  const words = wordsFor(locale);
  if (connection?.status === "active") return null;
  if (connection?.status === "retrying")
    return <RetryingNotice connection={connection} freshness={freshness} locale={locale} />;
  const { icon, title, meaning } = stateOf(connection, name, words);
  const time = { displayOffsetMinutes: freshness.displayOffsetMinutes, locale };
  return (
    <Notice icon={icon} title={title} role="status">
      <p>
        {meaning}
        {freshness.dataThrough === null || connection?.status === "importing"
          ? ""
          : ` ${words.t("states.connection.dataEnds", { time: timeOr(freshness.dataThrough, "", time) })}`}
      </p>
    </Notice>
  );
}

function stateOf(connection: ConnectionView | null, name: string, { t }: Words) {
  if (connection === null)
    return {
      icon: "info",
      title: t("sharedView.connection.none.title"),
      meaning: t("sharedView.connection.none.meaning", { name }),
    } as const;
  switch (connection.status) {
    case "importing":
      return {
        icon: "clock",
        title: t("sharedView.connection.importing.title", { name }),
        meaning: t("sharedView.connection.importing.meaning"),
      } as const;
    case "disconnected":
      return {
        icon: "info",
        title: t("sharedView.connection.disconnected.title"),
        meaning: t("sharedView.connection.disconnected.meaning", { name }),
      } as const;
    default:
      return {
        icon: "attention",
        title: t("sharedView.connection.renew.title", { name }),
        meaning: t("sharedView.connection.renew.meaning"),
      } as const;
  }
}

/** A period without a single reading: the latest days that are shared, or that there are none. */
export function SharedEmptyReport({
  hasReadings,
  latestHref,
  locale,
  name,
}: {
  /** Whether there are readings on other days that are shared. */
  readonly hasReadings: boolean;
  readonly latestHref: string;
  readonly locale: string;
  readonly name: string;
}) {
  const words = wordsFor(locale);
  if (hasReadings) return <NoReadingsInPeriod latestHref={latestHref} words={words} />;
  return (
    <Notice title={words.t("sharedView.empty.title")}>
      <p>{words.t("sharedView.empty.meaning", { name })}</p>
    </Notice>
  );
}
