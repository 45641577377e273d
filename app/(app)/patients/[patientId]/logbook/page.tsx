import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PatientFrame } from "@/app/(app)/patient-frame";
import { ViewState } from "@/app/(app)/view-state";
import { LogbookReport } from "@/components/logbook/logbook-report";
import { logbookPage } from "@/lib/glucose/logbook-page";
import { loadWords } from "@/lib/i18n/loaders";
import { loadPeriodPage } from "@/lib/reports/loaders";
import { logbookOf } from "@/lib/reports/logbook";
import { choiceQuery, FIND_CHARACTERS_MAX, logbookChoice } from "@/lib/reports/logbook-query";
import type { PageQuery } from "@/lib/reports/period-query";
import { viewPath, withQuery } from "@/lib/routes";
import { may } from "@/lib/sharing/policy";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await loadWords()).t("logbook.title") };
}

interface Props {
  readonly params: Promise<{ patientId: string }>;
  readonly searchParams: Promise<PageQuery>;
}

export default async function LogbookPage({ params, searchParams }: Props) {
  const [{ patientId: patient }, query] = await Promise.all([params, searchParams]);
  const page = await loadPeriodPage(patient, query, "logbook");
  const choice = logbookChoice(query);
  if (!choice.ok) notFound();
  const { entries, readings } = await logbookOf(page.access, page.period, page.freshness);
  const shown = logbookPage(entries, choice.value);
  if (choice.value.page > shown.pages) notFound();
  const { kinds, find } = choice.value;
  const { passedOn, unit, words } = page;
  const path = viewPath(patient, "logbook");
  const options = choiceQuery({ kinds, find });
  const href = (more: Readonly<Record<string, string>>) => withQuery(path, { ...passedOn, ...more });
  const isEmptyPeriod = readings === 0 && entries.length === 0;
  return (
    <PatientFrame page={page} patient={patient} current="logbook" period={{ ...page, path, options }}>
      <LogbookReport
        period={page.period}
        entries={entries.length}
        shown={shown}
        choice={choice.value}
        findMax={FIND_CHARACTERS_MAX}
        path={path}
        kept={{ ...passedOn, ...choiceQuery({ kinds, find: "" }) }}
        kindsHref={(chosen) => href(choiceQuery({ kinds: chosen, find }))}
        clearHref={href(choiceQuery({ kinds, find: "" }))}
        pageHref={(number) => href({ ...options, ...(number === 1 ? {} : { page: String(number) }) })}
        dayHref={(date) => withQuery(viewPath(patient, "daily"), { ...passedOn, date })}
        notesHref={
          may(page.access.capability, "annotate") ? withQuery(viewPath(patient, "notes"), passedOn) : null
        }
        isEmptyPeriod={isEmptyPeriod}
        unit={unit}
        words={words}
        state={<ViewState page={page} patient={patient} view="logbook" readings={isEmptyPeriod ? 0 : null} />}
      />
    </PatientFrame>
  );
}
