import { Question } from "@/components/help/question";
import { outcomeWords, stateQuestion, stateWords, timeOr } from "@/components/reports/connection-words";
import { ImportProgress } from "@/components/reports/import-progress";
import { importWords } from "@/components/reports/import-words";
import { buttonLook } from "@/components/ui/button";
import { Icon, type IconName } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import type { ConnectionView, SyncRunView } from "@/lib/connections/status";
import type { Freshness } from "@/lib/glucose/figures";
import type { Words } from "@/lib/i18n/translate";
import styles from "./connection-panel.module.css";
import { DisconnectDialog } from "./disconnect-dialog";
import { disconnectWords } from "./disconnect-words";
import { GrantAtDexcom } from "./grant-at-dexcom";
import { SyncLog } from "./sync-log";
import { SyncNow } from "./sync-now";

export interface ConnectionPanelProps {
  readonly connection: ConnectionView;
  readonly runs: readonly SyncRunView[];
  readonly freshness: Freshness;
  readonly words: Words;
  /** GET answers the state, POST starts a sync: `/api/v1/patients/me/sync`. */
  readonly syncUrl: string;
  /** POST `{ "data": "keep" | "delete" }`; answers `{ "location": … }` where the page should go on, or nothing. */
  readonly disconnectAction: string;
  readonly reconnectHref: string;
  /** Dexcom's own Permissions page; null where the setting is empty: then the steps stand in words. */
  readonly dexcomAccountUrl: string | null;
}

const ICONS: Readonly<Record<ConnectionView["status"], IconName>> = {
  importing: "clock",
  active: "check",
  retrying: "clock",
  "reconnect-needed": "attention",
  disconnected: "withheld",
};

/** How the connection to Dexcom stands, what it did, and how to take it back. */
export function ConnectionPanel(props: ConnectionPanelProps) {
  const { connection, runs, freshness, words } = props;
  const { t } = words;
  const { title, meaning } = stateWords(connection, words);
  const time = { displayOffsetMinutes: freshness.displayOffsetMinutes, locale: words.locale };
  const stopped = connection.status === "disconnected" || connection.status === "reconnect-needed";
  return (
    <div className={styles.panel}>
      <section className={styles.state} aria-labelledby="connection-state">
        <Icon name={ICONS[connection.status]} size={24} className={styles.icon} />
        <div>
          <h2 id="connection-state">{title}</h2>
          <p className="muted">
            {meaning} <Question about={stateQuestion(connection)} words={words} />
          </p>
          {connection.lastOutcome && connection.lastOutcome !== "complete" && !stopped ? (
            <p className="muted">
              {t("settings.connection.lastRun", {
                outcome: outcomeWords(
                  { outcome: connection.lastOutcome, finishedAt: connection.lastSyncAt },
                  words,
                ),
              })}
            </p>
          ) : null}
        </div>
      </section>
      {connection.progress && connection.status === "importing" ? (
        <ImportProgress
          progress={connection.progress}
          statusUrl={props.syncUrl}
          words={importWords(connection.progress, time)}
        />
      ) : null}
      <dl className={styles.facts}>
        {factsOf(props, stopped).map(({ term, text }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {stopped ? (
        <p>
          <Link href={props.reconnectHref} className={buttonLook({ tone: "primary" })}>
            {t("states.connection.reconnect")}
          </Link>
        </p>
      ) : (
        <SyncNow
          action={props.syncUrl}
          syncing={connection.syncing || connection.status === "importing"}
          words={{
            button: t("settings.connection.syncNow"),
            pending: t("settings.connection.asking"),
            done: t("settings.connection.done"),
          }}
        />
      )}
      <SyncLog runs={runs} displayOffsetMinutes={time.displayOffsetMinutes} words={words} />
      <section className={styles.part} aria-labelledby="disconnect">
        <h2 id="disconnect">{t("settings.connection.takeBack")}</h2>
        {connection.status === "disconnected" ? null : (
          <>
            <p className={styles.text}>{t("settings.connection.takeBackText")}</p>
            <DisconnectDialog action={props.disconnectAction} words={disconnectWords(words)} />
          </>
        )}
        <GrantAtDexcom accountUrl={props.dexcomAccountUrl} words={words} />
        <Question about="ending" words={words} />
      </section>
    </div>
  );
}

function factsOf(
  { connection, freshness, words }: ConnectionPanelProps,
  stopped: boolean,
): { readonly term: string; readonly text: string }[] {
  const { t } = words;
  const time = { displayOffsetMinutes: freshness.displayOffsetMinutes, locale: words.locale };
  const facts = [
    {
      term: t("settings.connection.lastSync"),
      text: timeOr(connection.lastSyncAt, t("settings.connection.notYet"), time),
    },
    {
      term: t("settings.connection.dataThrough"),
      text: timeOr(freshness.dataThrough, t("states.noReadingsYet"), time),
    },
  ];
  if (!stopped)
    facts.push({
      term: t("settings.connection.nextSync"),
      text: timeOr(connection.nextSyncAt, t("settings.connection.soon"), time),
    });
  facts.push({ term: t("settings.connection.since"), text: timeOr(connection.connectedAt, "—", time) });
  if (connection.disconnectedAt !== null)
    facts.push({
      term: t("settings.connection.disconnectedOn"),
      text: timeOr(connection.disconnectedAt, "—", time),
    });
  return facts;
}
