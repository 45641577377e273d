import { formatDateTime } from "@/lib/format/date";
import type { GlucoseUnit } from "@/lib/format/unit";
import { deviceKey } from "@/lib/glucose/alert-history";
import type { Freshness } from "@/lib/glucose/figures";
import type { DeviceSnapshot } from "@/lib/glucose/reading";
import { modelOfDevice } from "@/lib/glucose/sensor-model";
import type { Words } from "@/lib/i18n/translate";
import { AlertSettings } from "./alert-settings";
import { deviceName, scheduleWords } from "./alert-words";
import styles from "./device-list.module.css";

const CODE_LETTERS = 6;

/** Phones and receivers of the account as they last reported themselves, each with its alert settings. */
export function DeviceList({
  devices,
  freshness,
  unit,
  words,
}: {
  readonly devices: readonly DeviceSnapshot[];
  readonly freshness: Freshness;
  readonly unit: GlucoseUnit;
  readonly words: Words;
}) {
  const { t } = words;
  return (
    <section aria-labelledby="devices">
      <h2 id="devices">{t("devices.list.title")}</h2>
      {devices.length === 0 ? <p className="muted">{t("devices.list.none")}</p> : null}
      {devices.map((device) => (
        <section key={`${deviceKey(device)} ${device.transmitterId}`} className={styles.device}>
          <h3>{deviceName(device, words)}</h3>
          <dl className={styles.facts}>
            {factsOf(device, freshness, words).map(({ term, text }) => (
              <div key={term}>
                <dt>{term}</dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
          {device.schedules.length === 0 ? (
            <p className="muted small">{t("devices.alerts.none")}</p>
          ) : (
            device.schedules.map((schedule) => (
              <div key={`${schedule.isDefault} ${schedule.name}`}>
                <h4 className={styles.schedule}>
                  {t("devices.alerts.title")}
                  <span className={styles.when}>{scheduleWords(schedule, words)}</span>
                </h4>
                <AlertSettings schedule={schedule} unit={unit} words={words} />
              </div>
            ))
          )}
        </section>
      ))}
    </section>
  );
}

function factsOf(
  device: DeviceSnapshot,
  { displayOffsetMinutes }: Freshness,
  { t, locale }: Words,
): { readonly term: string; readonly text: string }[] {
  const { lastUploadAt, transmitterId, displayApp } = device;
  const facts = [
    {
      term: t("devices.list.lastUpload"),
      text:
        lastUploadAt === null
          ? t("devices.list.noUpload")
          : formatDateTime(lastUploadAt, displayOffsetMinutes, { locale }),
    },
    {
      term: t("devices.list.sensorModel"),
      text: modelOfDevice(device) ?? device.transmitterGeneration ?? t("devices.facts.modelUnknown"),
    },
  ];
  if (displayApp !== null) facts.push({ term: t("devices.list.app"), text: displayApp });
  facts.push({
    term: t("devices.list.transmitter"),
    text: transmitterId
      ? t("devices.list.transmitterCode", { code: transmitterId.slice(0, CODE_LETTERS) })
      : t("devices.list.transmitterNone"),
  });
  return facts;
}
