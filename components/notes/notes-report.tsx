import type { ReactNode } from "react";
import { RemovalProvider, RemoveButton } from "@/components/journal/removal";
import { ReportBody } from "@/components/reports/report-body";
import { ReportHeader } from "@/components/reports/report-header";
import { buttonLook } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { Disclosure } from "@/components/ui/disclosure";
import { Link } from "@/components/ui/link";
import type { Instant } from "@/lib/clock";
import { formatDate, formatMinuteOfDay, formatMonthOf } from "@/lib/format/date";
import type { LocalDate } from "@/lib/glucose/local-time";
import type { Words } from "@/lib/i18n/translate";
import type { Note } from "@/lib/journal/schema";
import { NoteForm } from "./note-form";
import { NOTE_KINDS, type NoteKindFilter } from "./note-kinds";
import styles from "./notes-report.module.css";

export interface NotesReportProps {
  /** Those that fit the filter, newest first. */
  readonly notes: readonly Note[];
  /** Whether there is any at all. */
  readonly hasAny: boolean;
  readonly kind: NoteKindFilter;
  readonly find: string;
  readonly path: string;
  readonly notesUrl: string;
  readonly noteUrl: (id: string) => string;
  readonly dayHref: (date: LocalDate) => string;
  readonly sinceHref: (date: LocalDate) => string;
  readonly lastDate: LocalDate;
  /** The person's own clock now, for a new note. */
  readonly nowOnClock: { readonly date: LocalDate; readonly minuteOfDay: number };
  readonly now: Instant;
  /** Whose notes they are, for a reader who may not write any; null for the person themselves. */
  readonly writer?: string | null;
  readonly words: Words;
  readonly state?: ReactNode;
}

/** Notes and visits, newest first by month, with a form above them for whoever may write. */
export function NotesReport(props: NotesReportProps) {
  const { notes, hasAny, kind, find, path, notesUrl, nowOnClock, now, writer = null, words } = props;
  const { t } = words;
  return (
    <ReportBody>
      <ReportHeader
        title={t("notes.title")}
        facts={writer === null ? t("notes.facts") : t("sharedView.notes.facts", { name: writer })}
      />
      {props.state}
      {writer === null ? (
        <section aria-labelledby="new-note" className={classNames(styles.part, "screen-only")}>
          <h2 id="new-note">{t("notes.new")}</h2>
          <NoteForm
            url={notesUrl}
            method="POST"
            initial={{ kind: "note", text: "", ...nowOnClock }}
            now={now}
          />
        </section>
      ) : null}
      <section aria-labelledby="all-notes" className={styles.part}>
        <h2 id="all-notes">{t("notes.list")}</h2>
        {hasAny ? (
          <form action={path} method="get" className={styles.filter} aria-label={t("notes.filter")}>
            <select name="kind" defaultValue={kind} aria-label={t("notes.filter")}>
              {NOTE_KINDS.map((one) => (
                <option key={one} value={one}>
                  {t(`notes.kinds.${one}`)}
                </option>
              ))}
            </select>
            <input
              type="search"
              name="find"
              defaultValue={find}
              maxLength={60}
              aria-label={t("notes.find")}
              placeholder={t("notes.find")}
            />
            <button type="submit" className={buttonLook({})}>
              {t("notes.findButton")}
            </button>
            {kind === "all" && find === "" ? null : <Link href={path}>{t("notes.clear")}</Link>}
          </form>
        ) : (
          <p className="muted">{t(writer === null ? "notes.empty" : "sharedView.notes.empty")}</p>
        )}
        <RemovalProvider>
          {hasAny && notes.length === 0 ? <p className="muted">{t("notes.nothing")}</p> : null}
          {byMonth(notes).map(({ month, entries }) => (
            <section key={month} aria-label={formatMonthOf(month, words)} className={styles.month}>
              <h3>{formatMonthOf(month, words)}</h3>
              <ul className={styles.list}>
                {entries.map((note) => (
                  <NoteEntry key={note.id} note={note} {...props} />
                ))}
              </ul>
            </section>
          ))}
        </RemovalProvider>
      </section>
    </ReportBody>
  );
}

/** Consecutive notes of one month, in the order given. */
function byMonth(notes: readonly Note[]): { readonly month: string; readonly entries: readonly Note[] }[] {
  const months = [...new Set(notes.map(({ date }) => date.slice(0, 7)))];
  return months.map((month) => ({ month, entries: notes.filter(({ date }) => date.startsWith(month)) }));
}

function NoteEntry({
  note,
  words,
  lastDate,
  now,
  writer = null,
  ...urls
}: NotesReportProps & { readonly note: Note }) {
  const { t } = words;
  const { id, kind, date, minuteOfDay, text } = note;
  const when = `${formatDate(date, words)}, ${formatMinuteOfDay(minuteOfDay, words)}`;
  const isAhead = date > lastDate;
  const body = { kind, date, minuteOfDay, text };
  return (
    <li className={styles.entry} data-kind={kind}>
      <p className={styles.when}>
        <strong>{t(kind === "visit" ? "notes.visit" : "notes.note")}</strong> · {when}
        {isAhead ? ` · ${t("notes.ahead")}` : ""}
      </p>
      {text === "" ? <p className="muted">{t("notes.untitled")}</p> : <p className={styles.text}>{text}</p>}
      <div className={styles.actions}>
        {isAhead ? null : <Link href={urls.dayHref(date)}>{t("notes.openDay")}</Link>}
        {kind === "visit" && !isAhead ? <Link href={urls.sinceHref(date)}>{t("notes.since")}</Link> : null}
        {writer === null ? (
          <>
            <Disclosure
              className={styles.edit}
              summary={
                <>
                  {t("forms.note.edit")}
                  <span className="visually-hidden">: {when}</span>
                </>
              }
            >
              <NoteForm url={urls.noteUrl(id)} method="PUT" initial={body} now={now} />
            </Disclosure>
            <RemoveButton
              url={urls.noteUrl(id)}
              label={t("forms.note.delete")}
              removed={{ what: when, restoreUrl: urls.notesUrl, body }}
            />
          </>
        ) : null}
      </div>
    </li>
  );
}
