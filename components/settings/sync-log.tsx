import { countWords, outcomeWords, triggerWords } from "@/components/reports/connection-words";
import type { SyncRunView } from "@/lib/connections/status";
import { formatDateTime } from "@/lib/format/date";
import type { Words } from "@/lib/i18n/translate";
import styles from "./sync-log.module.css";

/** What the last runs did, newest first: every run is there, also those that brought nothing or failed. */
export function SyncLog({
  runs,
  displayOffsetMinutes,
  words,
}: {
  readonly runs: readonly SyncRunView[];
  readonly displayOffsetMinutes: number;
  readonly words: Words;
}) {
  const { t } = words;
  return (
    <section aria-labelledby="sync-log">
      <h2 id="sync-log">{t("settings.connection.log")}</h2>
      {runs.length === 0 ? (
        <p className="muted">{t("settings.connection.noLog")}</p>
      ) : (
        <table className={styles.log}>
          <thead>
            <tr>
              <th scope="col">{t("settings.connection.started")}</th>
              <th scope="col">{t("settings.connection.why")}</th>
              <th scope="col">{t("settings.connection.ended")}</th>
              <th scope="col">{t("settings.connection.brought")}</th>
            </tr>
          </thead>
          <tbody>
            {runs.map((run) => (
              <tr key={run.id}>
                <th scope="row">
                  <time dateTime={new Date(run.startedAt).toISOString()}>
                    {formatDateTime(run.startedAt, displayOffsetMinutes, words)}
                  </time>
                </th>
                <td data-label={t("settings.connection.why")}>{triggerWords(run.trigger, words)}</td>
                <td data-label={t("settings.connection.ended")}>{outcomeWords(run, words)}</td>
                <td data-label={t("settings.connection.brought")}>{countWords(run, words)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
