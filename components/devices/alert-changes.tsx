import { formatDate } from "@/lib/format/date";
import type { GlucoseUnit } from "@/lib/format/unit";
import { type AlertChange, deviceKey } from "@/lib/glucose/alert-history";
import type { LocalDate } from "@/lib/glucose/local-time";
import type { AlertSetting } from "@/lib/glucose/reading";
import type { Words } from "@/lib/i18n/translate";
import { alertName, deviceName, scheduleWords, settingWords } from "./alert-words";
import table from "./stacked-table.module.css";

/** Which alert settings were found changed since Hindsight began to look. */
export function AlertChanges({
  changes,
  since,
  unit,
  words,
}: {
  readonly changes: readonly AlertChange[];
  readonly since: LocalDate;
  readonly unit: GlucoseUnit;
  readonly words: Words;
}) {
  const { t, locale } = words;
  const setting = (one: AlertSetting | null) =>
    one === null ? t("devices.changes.absent") : settingWords(one, unit, words);
  const isOneDevice = new Set(changes.map(({ device }) => deviceKey(device))).size < 2;
  return (
    <section aria-labelledby="alert-changes">
      <h2 id="alert-changes">{t("devices.changes.title")}</h2>
      <p className={table.note}>
        {t("devices.changes.since", { date: formatDate(since, { locale, style: "full" }) })}
      </p>
      {changes.length === 0 ? (
        <p className={table.outcome}>{t("devices.changes.none")}</p>
      ) : (
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">{t("devices.changes.seen")}</th>
              <th scope="col">{t("devices.changes.alert")}</th>
              <th scope="col">{t("devices.changes.before")}</th>
              <th scope="col">{t("devices.changes.after")}</th>
            </tr>
          </thead>
          <tbody>
            {changes.map((change) => (
              <tr key={`${change.day} ${deviceKey(change.device)} ${change.schedule.name} ${change.name}`}>
                <th scope="row">{formatDate(change.day, { locale })}</th>
                <td data-label={t("devices.changes.alert")}>
                  {alertName(change.name, words)}
                  {change.schedule.isDefault ? "" : ` · ${scheduleWords(change.schedule, words)}`}
                  {isOneDevice ? "" : ` · ${deviceName(change.device, words)}`}
                </td>
                <td data-label={t("devices.changes.before")}>{setting(change.before)}</td>
                <td data-label={t("devices.changes.after")}>{setting(change.after)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
