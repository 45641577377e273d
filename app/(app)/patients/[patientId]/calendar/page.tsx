import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PatientFrame } from "@/app/(app)/patient-frame";
import { ViewState } from "@/app/(app)/view-state";
import {
  CALENDAR_SHOWS,
  type CalendarContent,
  CalendarReport,
  HOUR_VALUES,
} from "@/components/calendar/calendar-report";
import type { Period } from "@/lib/glucose/period";
import { loadWords } from "@/lib/i18n/loaders";
import { calendarHoursOf, calendarMonths, calendarMonthsOf, calendarPeriod } from "@/lib/reports/calendar";
import { loadPeriodPage, type PeriodPage } from "@/lib/reports/loaders";
import { optionFromQuery, type PageQuery } from "@/lib/reports/period-query";
import { viewPath, withQuery } from "@/lib/routes";
import type { LookedAtDays } from "@/lib/sharing/mutations-disclosure";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await loadWords()).t("calendar.title") };
}

interface Props {
  readonly params: Promise<{ patientId: string }>;
  readonly searchParams: Promise<PageQuery>;
}

export default async function CalendarPage({ params, searchParams }: Props) {
  const { patientId: patient } = await params;
  const query = await searchParams;
  const options = optionsOf(query);
  const asked = await loadPeriodPage(patient, query, "calendar", (chosen, { access, lastDate }) => {
    const shown = { lastDate, limits: access.limits };
    return wholeOf(calendarMonths(calendarPeriod(chosen, shown).period, shown));
  });
  const { access, lastDate } = asked;
  const page = { ...asked, ...calendarPeriod(asked, { lastDate, limits: access.limits }) };
  const { passedOn } = page;
  const { content, observed } = await contentOf(page, options);
  const path = viewPath(patient, "calendar");
  return (
    <PatientFrame
      page={page}
      patient={patient}
      current="calendar"
      period={{ ...page, path, options: queryOf(options) }}
    >
      <CalendarReport
        content={content}
        observed={observed}
        period={page.period}
        lastDate={page.lastDate}
        ranges={page.ranges}
        unit={page.unit}
        words={page.words}
        dayHref={(date) => withQuery(viewPath(patient, "daily"), { ...passedOn, date })}
        showHref={({ show, value = "mean" }) => withQuery(path, { ...passedOn, ...queryOf({ show, value }) })}
        state={<ViewState page={page} patient={patient} view="calendar" readings={observed} />}
      />
    </PatientFrame>
  );
}

/** From the first of ascending days to the last. */
function wholeOf(months: readonly Period[]): LookedAtDays | null {
  const [first, last] = [months[0], months.at(-1)];
  return first && last ? { from: first.from, to: last.to } : null;
}

interface Options {
  readonly show: (typeof CALENDAR_SHOWS)[number];
  readonly value: (typeof HOUR_VALUES)[number];
}

function optionsOf(query: PageQuery): Options {
  const show = optionFromQuery(query, "show", { known: CALENDAR_SHOWS, standard: "range" });
  const value = optionFromQuery(query, "value", { known: HOUR_VALUES, standard: "mean" });
  if (!show.ok || !value.ok) notFound();
  return { show: show.value, value: value.value };
}

/** The options as an address names them: what is standard goes without saying. */
function queryOf({ show, value }: Options): Record<string, string> {
  return {
    ...(show === "range" ? {} : { show }),
    ...(show === "hours" && value !== "mean" ? { value } : {}),
  };
}

async function contentOf(
  { access, period, freshness, ranges, lastDate }: PeriodPage,
  { show, value }: Options,
): Promise<{ readonly content: CalendarContent; readonly observed: number }> {
  if (show === "hours") {
    const { cells, observed } = await calendarHoursOf(access, { period, freshness, ranges });
    return { content: { show, value, cells }, observed };
  }
  const curves = show === "curves";
  const { observed, ...months } = await calendarMonthsOf(access, {
    period,
    freshness,
    ranges,
    lastDate,
    curves,
  });
  return { content: { show, ...months }, observed };
}
