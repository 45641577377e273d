import { formatDuration } from "@/lib/format/duration";
import type { GlucoseUnit } from "@/lib/format/unit";
import type { AlertSchedule } from "@/lib/glucose/reading";
import type { Words } from "@/lib/i18n/translate";
import { alertLevel, alertName, scheduleWords } from "./alert-words";
import table from "./stacked-table.module.css";

/** How the alerts of one schedule are set. */
export function AlertSettings({
  schedule,
  unit,
  words,
}: {
  readonly schedule: AlertSchedule;
  readonly unit: GlucoseUnit;
  readonly words: Words;
}) {
  const { t } = words;
  const column = (name: "alert" | "state" | "level" | "repeat" | "delay") =>
    t(`devices.alerts.columns.${name}`);
  const hasDelays = schedule.settings.some(({ delayMinutes }) => delayMinutes !== null);
  return (
    <table className={table.table}>
      <caption className="visually-hidden">
        {t("devices.alerts.title")}: {scheduleWords(schedule, words)}
      </caption>
      <thead>
        <tr>
          <th scope="col">{column("alert")}</th>
          <th scope="col">{column("state")}</th>
          <th scope="col">{column("level")}</th>
          <th scope="col">{column("repeat")}</th>
          {hasDelays ? <th scope="col">{column("delay")}</th> : null}
        </tr>
      </thead>
      <tbody>
        {schedule.settings.map((setting) => (
          <tr key={setting.name}>
            <th scope="row">{alertName(setting.name, words)}</th>
            <td data-label={column("state")}>
              {t(setting.enabled ? "devices.alerts.on" : "devices.alerts.off")}
            </td>
            <td data-label={column("level")}>
              {alertLevel(setting, unit, words) ?? (
                <span className={table.muted}>{t("devices.alerts.noLevel")}</span>
              )}
            </td>
            <td data-label={column("repeat")}>
              {setting.snoozeMinutes === null ? (
                <span className={table.muted}>{t("devices.alerts.noRepeat")}</span>
              ) : (
                formatDuration(setting.snoozeMinutes)
              )}
            </td>
            {hasDelays ? (
              <td data-label={column("delay")}>
                {setting.delayMinutes === null || setting.delayMinutes === 0
                  ? t("devices.alerts.atOnce")
                  : formatDuration(setting.delayMinutes)}
              </td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
