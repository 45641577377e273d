import type { ReactNode } from "react";
import { ReportBody } from "@/components/reports/report-body";
import { ReportHeader } from "@/components/reports/report-header";
import { buttonLook } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { formatDateRange } from "@/lib/format/date";
import type { GlucoseUnit } from "@/lib/format/unit";
import type { AlertChange } from "@/lib/glucose/alert-history";
import type { Freshness } from "@/lib/glucose/figures";
import type { LocalDate } from "@/lib/glucose/local-time";
import type { Period } from "@/lib/glucose/period";
import type { DeviceSnapshot } from "@/lib/glucose/reading";
import type { SensorSession } from "@/lib/glucose/sensor-sessions";
import type { WearCount, WearGap, WornDay } from "@/lib/glucose/wear";
import type { Words } from "@/lib/i18n/translate";
import { AlertChanges } from "./alert-changes";
import { DeviceList } from "./device-list";
import { GapList } from "./gap-list";
import { SessionTable } from "./session-table";
import { WearFacts } from "./wear-facts";
import { WearFrame } from "./wear-frame";
import { numbered } from "./wear-view";

export interface DevicesReportProps {
  readonly period: Period;
  readonly wear: WearCount;
  readonly cadenceMinutes: number;
  readonly days: readonly WornDay[];
  readonly sessions: readonly SensorSession[];
  readonly models: readonly (readonly string[])[];
  readonly gaps: readonly WearGap[];
  readonly calibrations: number;
  readonly devices: readonly DeviceSnapshot[];
  readonly settingsSince: LocalDate | null;
  readonly changes: readonly AlertChange[];
  readonly isAllGaps: boolean;
  readonly allGapsHref: string;
  readonly fewerGapsHref: string;
  readonly certificateHref: string;
  readonly freshness: Freshness;
  readonly unit: GlucoseUnit;
  readonly words: Words;
  readonly state?: ReactNode;
}

/** Which sensors were worn and when, where readings are missing, and how the devices are set. */
export function DevicesReport(props: DevicesReportProps) {
  const { period, wear, freshness, unit, words } = props;
  const { t, locale } = words;
  const sessions = numbered(props.sessions);
  return (
    <ReportBody>
      <ReportHeader
        title={t("devices.title")}
        facts={`${formatDateRange(period.from, period.to, { locale })} · ${t("devices.days", { count: period.days })}`}
      >
        <Link href={props.certificateHref} className={buttonLook({})}>
          {t("devices.certificate")}
        </Link>
      </ReportHeader>
      {props.state}
      {wear.observed === 0 ? null : (
        <>
          <WearFacts {...props} />
          <WearFrame {...props} sessions={sessions} />
          <SessionTable sessions={sessions} words={words} />
          <GapList
            gaps={props.gaps}
            cadenceMinutes={props.cadenceMinutes}
            isAll={props.isAllGaps}
            allHref={props.allGapsHref}
            fewerHref={props.fewerGapsHref}
            words={words}
          />
        </>
      )}
      <DeviceList devices={props.devices} freshness={freshness} unit={unit} words={words} />
      {props.settingsSince === null ? null : (
        <AlertChanges changes={props.changes} since={props.settingsSince} unit={unit} words={words} />
      )}
      <section aria-labelledby="unshared" className="prose">
        <h2 id="unshared">{t("devices.unshared.title")}</h2>
        <ul>
          {(["sensorEnd", "sensorsOfTransmitter", "generation", "calibrations", "alerts"] as const).map(
            (what) => (
              <li key={what}>{t(`devices.unshared.${what}`)}</li>
            ),
          )}
        </ul>
      </section>
    </ReportBody>
  );
}
