import { outcomeWords, stateWords, timeOr } from "@/components/reports/connection-words";
import { ImportProgress } from "@/components/reports/import-progress";
import { buttonLook } from "@/components/ui/button";
import { Icon, type IconName } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import type { ConnectionView, SyncRunView } from "@/lib/connections/status";
import type { Freshness } from "@/lib/glucose/figures";
import styles from "./connection-panel.module.css";
import { DisconnectDialog } from "./disconnect-dialog";
import { GrantAtDexcom } from "./grant-at-dexcom";
import { SyncLog } from "./sync-log";
import { SyncNow } from "./sync-now";

export interface ConnectionPanelProps {
  readonly connection: ConnectionView;
  readonly runs: readonly SyncRunView[];
  readonly freshness: Freshness;
  readonly locale: string;
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
  const { connection, runs, freshness, locale } = props;
  const words = stateWords(connection);
  const time = { displayOffsetMinutes: freshness.displayOffsetMinutes, locale };
  const stopped = connection.status === "disconnected" || connection.status === "reconnect-needed";
  const facts = [
    { term: "Last sync", text: timeOr(connection.lastSyncAt, "Not yet", time) },
    { term: "Data through", text: timeOr(freshness.dataThrough, "No readings yet", time) },
    ...(stopped ? [] : [{ term: "Next sync", text: timeOr(connection.nextSyncAt, "Soon", time) }]),
    { term: "Connected since", text: timeOr(connection.connectedAt, "—", time) },
    ...(connection.disconnectedAt === null
      ? []
      : [{ term: "Disconnected on", text: timeOr(connection.disconnectedAt, "—", time) }]),
  ];
  return (
    <div className={styles.panel}>
      <section className={styles.state} aria-labelledby="connection-state">
        <Icon name={ICONS[connection.status]} size={24} className={styles.icon} />
        <div>
          <h2 id="connection-state">{words.title}</h2>
          <p className="muted">{words.meaning}</p>
          {connection.lastOutcome && connection.lastOutcome !== "complete" && !stopped ? (
            <p className="muted">
              Last run: {outcomeWords({ outcome: connection.lastOutcome, finishedAt: connection.lastSyncAt })}
              .
            </p>
          ) : null}
        </div>
      </section>
      {connection.progress && connection.status === "importing" ? (
        <ImportProgress
          progress={connection.progress}
          statusUrl={props.syncUrl}
          displayOffsetMinutes={time.displayOffsetMinutes}
          locale={locale}
        />
      ) : null}
      <dl className={styles.facts}>
        {facts.map(({ term, text }) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {stopped ? (
        <p>
          <Link href={props.reconnectHref} className={buttonLook({ tone: "primary" })}>
            Reconnect Dexcom
          </Link>
        </p>
      ) : (
        <SyncNow action={props.syncUrl} syncing={connection.syncing || connection.status === "importing"} />
      )}
      <SyncLog runs={runs} {...time} />
      <section className={styles.part} aria-labelledby="disconnect">
        <h2 id="disconnect">Take it back</h2>
        {connection.status === "disconnected" ? null : (
          <>
            <p className={styles.text}>
              Disconnecting stops all reading at once and makes every stored permission unusable. You choose
              whether what is here stays.
            </p>
            <DisconnectDialog action={props.disconnectAction} />
          </>
        )}
        <GrantAtDexcom accountUrl={props.dexcomAccountUrl} />
      </section>
    </div>
  );
}
