import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PatientFrame } from "@/app/(app)/patient-frame";
import { ViewState } from "@/app/(app)/view-state";
import { DayReport } from "@/components/reports/day-report";
import { DayStripReport } from "@/components/reports/day-strip-report";
import { isSyncing } from "@/lib/connections/status";
import { parseWindow } from "@/lib/glucose/day-window";
import { loadWords } from "@/lib/i18n/loaders";
import { dailyOf } from "@/lib/reports/daily";
import { type DailyChoice, dailyFromQuery, dailyQuery, STRIP_DAYS } from "@/lib/reports/daily-query";
import { dayStripOf, stripDates } from "@/lib/reports/day-strip";
import { loadViewPage, type ShownDates, type ViewPage } from "@/lib/reports/loaders";
import type { PageQuery } from "@/lib/reports/period-query";
import { reportPath, withQuery } from "@/lib/routes";
import { may } from "@/lib/sharing/policy";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await loadWords()).t("daily.title") };
}

interface Props {
  readonly params: Promise<{ patientId: string }>;
  readonly searchParams: Promise<PageQuery>;
}

export default async function DailyPage({ params, searchParams }: Props) {
  const [{ patientId: patient }, query] = await Promise.all([params, searchParams]);
  const page = await loadViewPage(patient, query, "daily", (dates) => {
    const asked = askedIn(query, dates);
    return asked.ok ? stripDates({ ...asked.value, days: asked.value.stripDays }, dates.access.limits) : null;
  });
  const asked = askedIn(query, page);
  // The page for what is not found says which dates would work (app/(app)/patients/[patientId]/not-found.tsx).
  if (!asked.ok) notFound();
  const report = { page, patient, choice: asked.value };
  return (
    <PatientFrame page={page} patient={patient} current="daily" passedOn={page.passedOn}>
      {asked.value.stripDays === 1 ? <OneDay {...report} /> : <SeveralDays {...report} />}
    </PatientFrame>
  );
}

function askedIn(query: PageQuery, { access, newestDate, lastDate }: ShownDates) {
  const sharedFrom = access.limits?.from ?? null;
  return dailyFromQuery(query, { newest: newestDate ?? lastDate, sharedFrom, lastDate });
}

interface ReportProps {
  readonly page: ViewPage;
  readonly patient: string;
  readonly choice: DailyChoice;
}

async function OneDay(props: ReportProps) {
  const { page, patient, choice } = props;
  const { day, exclusions, sensors, offsets, ...records } = await dailyOf(
    page.access,
    { ...choice, ranges: page.ranges },
    page.freshness,
  );
  const window = choice.span === null ? null : parseWindow(choice.span, day.lengthMinutes);
  if (choice.span !== null && window === null) notFound();
  return (
    <DayReport
      day={day}
      records={records}
      sensors={sensors}
      exclusions={exclusions}
      freshness={page.freshness}
      syncs={isSyncing(page.connection)}
      ranges={page.ranges}
      unit={page.unit}
      words={page.words}
      picker={pickerOf(props)}
      options={optionsOf(props, offsets)}
      window={window}
      patient={patient}
      mayExclude={may(page.access.capability, "annotate")}
      showsEvents={page.access.limits?.withEvents ?? true}
      state={<State {...props} isEmpty={false} />}
    />
  );
}

async function SeveralDays(props: ReportProps) {
  const { page, choice } = props;
  const { days, offsets } = await dayStripOf(
    page.access,
    { ...choice, days: choice.stripDays, ranges: page.ranges },
    page.freshness,
  );
  return (
    <DayStripReport
      days={days}
      ranges={page.ranges}
      unit={page.unit}
      words={page.words}
      picker={pickerOf(props)}
      options={optionsOf(props, offsets)}
      dayHref={(date) => dailyHref(props, { date, stripDays: 1 })}
      state={<State {...props} isEmpty={days.every(({ day }) => day.points.length === 0)} />}
    />
  );
}

function dailyHref(
  { page, patient, choice }: ReportProps,
  other: Partial<Parameters<typeof dailyQuery>[0]>,
): string {
  return withQuery(reportPath.daily(patient), { ...page.passedOn, ...dailyQuery({ ...choice, ...other }) });
}

function pickerOf(props: ReportProps) {
  const { page, patient, choice } = props;
  const { firstDate, lastDate } = page;
  const { date: _, ...options } = { ...page.passedOn, ...dailyQuery(choice) };
  return {
    firstDate,
    lastDate,
    hrefOf: (date: DailyChoice["date"]) => dailyHref(props, { date }),
    path: reportPath.daily(patient),
    options,
  };
}

function optionsOf(props: ReportProps, offsets: readonly number[]) {
  const { choice } = props;
  return {
    stripDays: choice.stripDays,
    stripChoices: STRIP_DAYS,
    zone: choice.zone,
    offsets,
    hrefOf: (to: Pick<DailyChoice, "zone"> & { readonly stripDays: number }) => dailyHref(props, to),
  };
}

function State({
  page,
  patient,
  isEmpty,
}: Pick<ReportProps, "page" | "patient"> & { readonly isEmpty: boolean }) {
  return (
    <ViewState
      page={page}
      patient={patient}
      view="daily"
      readings={isEmpty ? 0 : null}
      latestHref={withQuery(reportPath.daily(patient), page.passedOn)}
    />
  );
}
