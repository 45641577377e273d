import { formatNumber } from "@/lib/format/number";
import type { SensorSession } from "@/lib/glucose/sensor-sessions";
import { type WearCount, WORN_DAY_PERCENT_MIN } from "@/lib/glucose/wear";
import type { Words } from "@/lib/i18n/translate";
import { modelWords } from "./model-words";
import styles from "./wear-facts.module.css";

/** The period in a few numbers: how much the sensor was active, on how many days, and with how many sensors. */
export function WearFacts({
  wear,
  cadenceMinutes,
  sessions,
  models,
  calibrations,
  words,
}: {
  readonly wear: WearCount;
  readonly cadenceMinutes: number;
  readonly sessions: readonly SensorSession[];
  readonly models: readonly (readonly string[])[];
  readonly calibrations: number;
  readonly words: Words;
}) {
  const { t, locale } = words;
  const number = (value: number) => formatNumber(value, 0, locale);
  const isTold = sessions.every(({ kind }) => kind === "sensor");
  return (
    <dl className={styles.facts}>
      <Fact
        term={t("devices.facts.active")}
        value={`${Math.floor(wear.activePercent)} %`}
        note={t("devices.facts.activeOf", {
          observed: number(wear.observed),
          expected: number(wear.expected),
          minutes: number(cadenceMinutes),
        })}
      />
      <Fact
        term={t("devices.facts.days")}
        value={t("devices.facts.daysOf", { days: number(wear.daysWithReadings), all: number(wear.days) })}
        note={t("devices.facts.daysByPercent", {
          days: number(wear.daysByPercent),
          percent: String(WORN_DAY_PERCENT_MIN),
        })}
      />
      <Fact
        term={t(isTold ? "devices.facts.sensors" : "devices.facts.transmitters")}
        value={number(sessions.length)}
        note={modelWords(models, words)}
      />
      <Fact
        term={t("devices.facts.calibrations")}
        value={calibrations === 0 ? "—" : number(calibrations)}
        note={calibrations === 0 ? t("devices.facts.noCalibrations") : null}
      />
    </dl>
  );
}

function Fact({
  term,
  value,
  note,
}: {
  readonly term: string;
  readonly value: string;
  readonly note: string | null;
}) {
  return (
    <div>
      <dt>{term}</dt>
      <dd className={styles.value}>{value}</dd>
      {note === null ? null : <dd className={styles.note}>{note}</dd>}
    </div>
  );
}
