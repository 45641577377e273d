import { buttonLook } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import type { ConnectionView } from "@/lib/connections/status";
import { delayInWords } from "@/lib/format/delay";
import type { Freshness } from "@/lib/glucose/figures";
import { stateWords, timeOr } from "./connection-words";
import { ImportProgress } from "./import-progress";

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
  const time = { displayOffsetMinutes: freshness.displayOffsetMinutes, locale };
  if (connection === null)
    return (
      <Notice
        icon="info"
        title="Dexcom is not connected"
        actions={<ReconnectLink href={connectHref} words="Connect Dexcom" />}
      >
        <p>Nothing new is read. What is here stays as it is.</p>
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
          displayOffsetMinutes={time.displayOffsetMinutes}
          locale={locale}
        />
      ) : null;
    case "retrying": {
      const { title, meaning } = stateWords(connection);
      return (
        <Notice icon="clock" title={title} role="status">
          <p>
            {meaning}
            {freshness.checkedThrough === null
              ? ""
              : ` Everything up to ${timeOr(freshness.checkedThrough, "", time)} has been read.`}
          </p>
        </Notice>
      );
    }
    case "reconnect-needed":
    case "disconnected": {
      const { title, meaning } = stateWords(connection);
      return (
        <Notice
          icon={connection.status === "disconnected" ? "info" : "attention"}
          title={title}
          role="status"
          actions={<ReconnectLink href={connectHref} words="Reconnect Dexcom" />}
        >
          <p>
            {meaning}{" "}
            {freshness.dataThrough === null
              ? "There are no readings here."
              : `Data ends ${timeOr(freshness.dataThrough, "", time)}.`}
          </p>
        </Notice>
      );
    }
  }
}

function ReconnectLink({ href, words }: { readonly href: string; readonly words: string }) {
  return (
    <Link href={href} className={buttonLook({ tone: "primary" })}>
      {words}
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
}: {
  readonly connection: ConnectionView | null;
  readonly delayMinutes: number;
  /** Whether there are readings outside this period. */
  readonly hasReadings: boolean;
  readonly latestHref: string;
  readonly connectHref: string;
}) {
  if (hasReadings)
    return (
      <Notice
        title="No readings in these days"
        actions={
          <Link href={latestHref} className={buttonLook({})}>
            Show the latest days
          </Link>
        }
      >
        <p>
          There are readings on other days. The sensor may not have been worn, or the period lies before the
          first one.
        </p>
      </Notice>
    );
  if (connection === null || connection.status === "disconnected" || connection.status === "reconnect-needed")
    return (
      <Notice
        title="There are no readings yet"
        actions={<ReconnectLink href={connectHref} words="Connect Dexcom" />}
      >
        <p>Hindsight shows your reports once Dexcom is connected.</p>
      </Notice>
    );
  return (
    <Notice
      title={
        connection.status === "importing"
          ? "The first readings are on their way"
          : "There are no readings yet"
      }
    >
      <p>
        {connection.status === "importing"
          ? "The newest days come first and appear here by themselves, usually within seconds."
          : `A sensor's readings appear here ${delayMinutes > 0 ? `${delayInWords(delayMinutes)} after they were taken` : "after the next sync"}. If you wear one already, check that it uploads to this Dexcom account.`}
      </p>
    </Notice>
  );
}
