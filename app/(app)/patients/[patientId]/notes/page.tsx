import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PatientFrame } from "@/app/(app)/patient-frame";
import { ViewState } from "@/app/(app)/view-state";
import { NOTE_KINDS } from "@/components/notes/note-kinds";
import { NotesReport } from "@/components/notes/notes-report";
import { DAY_MS, MINUTE_MS } from "@/lib/clock";
import { localDateOf } from "@/lib/glucose/local-time";
import { loadWords } from "@/lib/i18n/loaders";
import { readNotes } from "@/lib/journal/data";
import { loadViewPage } from "@/lib/reports/loaders";
import { optionFromQuery, type PageQuery, singleValue } from "@/lib/reports/period-query";
import { rangesQuery } from "@/lib/reports/ranges-query";
import { API_PATHS, reportPath, viewPath, withQuery } from "@/lib/routes";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await loadWords()).t("notes.title") };
}

interface Props {
  readonly params: Promise<{ patientId: string }>;
  readonly searchParams: Promise<PageQuery>;
}

export default async function NotesPage({ params, searchParams }: Props) {
  const [{ patientId: patient }, query] = await Promise.all([params, searchParams]);
  const page = await loadViewPage(patient, query, "notes");
  const { passedOn } = page;
  const kind = optionFromQuery(query, "kind", { known: NOTE_KINDS, standard: "all" });
  const asked = singleValue(query, "find");
  if (!kind.ok || !asked.ok) notFound();
  const find = asked.value ?? "";
  const all = await readNotes(page.access);
  const wanted = find.trim().toLocaleLowerCase(page.locale);
  const { now, displayOffsetMinutes } = page.freshness;
  const localMs = now + displayOffsetMinutes * MINUTE_MS;
  return (
    <PatientFrame page={page} patient={patient} current="notes" passedOn={passedOn}>
      <NotesReport
        notes={all
          .filter((note) => kind.value === "all" || note.kind === kind.value)
          .filter(({ text }) => text.toLocaleLowerCase(page.locale).includes(wanted))
          .toReversed()}
        hasAny={all.length > 0}
        kind={kind.value}
        find={find}
        path={viewPath(patient, "notes")}
        notesUrl={API_PATHS.notes(patient)}
        noteUrl={(id) => API_PATHS.note(patient, id)}
        dayHref={(date) => withQuery(viewPath(patient, "daily"), { ...passedOn, date })}
        sinceHref={(date) =>
          withQuery(reportPath.overview(patient), {
            from: date,
            to: page.lastDate,
            ...rangesQuery(page.ranges),
          })
        }
        lastDate={page.lastDate}
        nowOnClock={{
          date: localDateOf(now, displayOffsetMinutes),
          minuteOfDay: Math.floor((localMs % DAY_MS) / MINUTE_MS),
        }}
        now={now}
        writer={page.subject?.name ?? null}
        words={page.words}
        state={<ViewState page={page} patient={patient} view="notes" readings={null} />}
      />
    </PatientFrame>
  );
}
