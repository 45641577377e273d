import type { Metadata } from "next";
import { PatientFrame } from "@/app/(app)/patient-frame";
import { DayReport } from "@/components/reports/day-report";
import { ConnectionNotice } from "@/components/reports/report-states";
import { isSyncing } from "@/lib/connections/status";
import { loadDaily } from "@/lib/reports/loaders";
import type { PageQuery } from "@/lib/reports/period-query";
import { API_PATHS, PATHS, reportPath } from "@/lib/routes";

export const metadata: Metadata = { title: "Daily" };

interface Props {
  readonly params: Promise<{ patientId: string }>;
  readonly searchParams: Promise<PageQuery>;
}

export default async function DailyPage({ params, searchParams }: Props) {
  const { patientId: patient } = await params;
  const page = await loadDaily(patient, await searchParams);
  const { connection, freshness, locale } = page;
  const path = reportPath.daily(patient);
  return (
    <PatientFrame page={page} patient={patient} current="daily">
      <DayReport
        day={page.day}
        events={page.events}
        freshness={freshness}
        syncs={isSyncing(connection)}
        unit={page.unit}
        locale={locale}
        picker={{
          firstDate: page.firstDate,
          lastDate: page.lastDate,
          hrefOf: (date) => `${path}?date=${date}`,
          path,
        }}
        state={
          <ConnectionNotice
            connection={connection}
            freshness={freshness}
            locale={locale}
            syncUrl={API_PATHS.sync(patient)}
            connectHref={PATHS.reconnect}
          />
        }
      />
    </PatientFrame>
  );
}
