import { countWords, outcomeWords, TRIGGERS } from "@/components/reports/connection-words";
import type { SyncRunView } from "@/lib/connections/status";
import { formatDateTime } from "@/lib/format/date";
import styles from "./sync-log.module.css";

/** What the last runs did, newest first: every run is there, also those that brought nothing or failed. */
export function SyncLog({
  runs,
  displayOffsetMinutes,
  locale,
}: {
  readonly runs: readonly SyncRunView[];
  readonly displayOffsetMinutes: number;
  readonly locale: string;
}) {
  return (
    <section aria-labelledby="sync-log">
      <h2 id="sync-log">Sync log</h2>
      {runs.length === 0 ? (
        <p className="muted">No sync has run yet.</p>
      ) : (
        <table className={styles.log}>
          <thead>
            <tr>
              <th scope="col">Started</th>
              <th scope="col">Why</th>
              <th scope="col">How it ended</th>
              <th scope="col">What it brought</th>
            </tr>
          </thead>
          <tbody>
            {runs.map((run) => (
              <tr key={run.id}>
                <th scope="row">
                  <time dateTime={new Date(run.startedAt).toISOString()}>
                    {formatDateTime(run.startedAt, displayOffsetMinutes, { locale })}
                  </time>
                </th>
                <td data-label="Why">{TRIGGERS[run.trigger]}</td>
                <td data-label="How it ended">{outcomeWords(run)}</td>
                <td data-label="What it brought">{countWords(run, locale)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
