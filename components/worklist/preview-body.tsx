"use client";

import type { Ref } from "react";
import { BandSwatch } from "@/components/charts/band-swatch";
import { spanWith } from "@/components/i18n/tags";
import { Notice } from "@/components/ui/notice";
import { formatDateRange, formatDateTime } from "@/lib/format/date";
import type { GlucoseUnit } from "@/lib/format/unit";
import type { Words } from "@/lib/i18n/translate";
import type { ClinicNote, Preview, PreviewReview } from "@/lib/worklist/preview";
import { FLAG_BANDS } from "./flag-bands";
import { PreviewBands } from "./preview-bands";
import styles from "./preview-body.module.css";
import { PreviewDays } from "./preview-days";
import { PreviewFigures } from "./preview-figures";
import { PreviewNote } from "./preview-note";
import { type PreviewLabels, PreviewPlacing } from "./preview-placing";
import { PreviewProfile } from "./preview-profile";
import { PreviewSection } from "./preview-section";
import { flagInWords, sharedInWords, targetsInWords } from "./preview-words";

export interface PreviewBodyProps {
  readonly preview: Preview;
  readonly noteUrl: string;
  readonly placingUrl: string;
  readonly canWork: boolean;
  readonly labels: PreviewLabels;
  readonly unit: GlucoseUnit;
  readonly draft: string | null;
  readonly onDraft: (draft: string | null) => void;
  readonly onNote: (note: ClinicNote) => void;
  readonly onPlaced: () => void;
  readonly noteField: Ref<HTMLTextAreaElement>;
  readonly words: Words;
}

/** Everything that answers a visit, from what is shared to who looked before. */
export function PreviewBody({
  preview,
  noteUrl,
  placingUrl,
  canWork,
  labels,
  unit,
  draft,
  onDraft,
  onNote,
  onPlaced,
  noteField,
  words,
}: PreviewBodyProps) {
  const { t } = words;
  const { targets, profile, days, note, placing, reviews } = preview;
  return (
    <>
      <About preview={preview} words={words} />
      <Looked preview={preview} unit={unit} words={words} />
      {preview.scope === "summary" ? <p className="muted">{t("worklistPreview.summaryOnly")}</p> : null}
      {profile !== null && preview.figures !== null ? (
        <PreviewSection title={t("worklistPreview.profile.title")}>
          <PreviewProfile profile={profile} targets={targets} unit={unit} words={words} />
        </PreviewSection>
      ) : null}
      {days.length > 0 && preview.figures !== null ? (
        <PreviewSection title={t("worklistPreview.days.title")}>
          <PreviewDays days={days} targets={targets} words={words} />
        </PreviewSection>
      ) : null}
      <PreviewSection title={t("worklistPreview.note.title")}>
        <p className={styles.small}>{t("worklistPreview.note.who")}</p>
        <PreviewNote
          note={note}
          url={noteUrl}
          canWork={canWork}
          draft={draft}
          onDraft={onDraft}
          onSaved={onNote}
          fieldRef={noteField}
          words={words}
        />
      </PreviewSection>
      <PreviewSection title={t("worklistPreview.placing.title")}>
        <PreviewPlacing
          placing={placing}
          targets={targets}
          url={placingUrl}
          canWork={canWork}
          labels={labels}
          unit={unit}
          onSaved={onPlaced}
          words={words}
        />
      </PreviewSection>
      <PreviewSection title={t("worklistPreview.reviews.title")}>
        <Reviews reviews={reviews} words={words} />
      </PreviewSection>
    </>
  );
}

interface Part {
  readonly preview: Preview;
  readonly words: Words;
}

function About({ preview, words }: Part) {
  const { t } = words;
  const { period, dataThrough, displayOffsetMinutes, connection } = preview;
  return (
    <div className={styles.about}>
      <p>{sharedInWords(preview, words)}</p>
      <p>{formatDateRange(period.from, period.to, words)}</p>
      <p>
        {dataThrough === null
          ? t("states.noReadingsYet")
          : t.rich("states.dataThrough", {
              time: formatDateTime(dataThrough, displayOffsetMinutes, words),
              strong: spanWith(styles.time),
            })}
        {" · "}
        {t("worklistPreview.notice")}
      </p>
      {connection === "active" ? null : <p>{t(`worklistPreview.connection.${connection}`)}</p>}
    </div>
  );
}

function Looked({ preview, unit, words }: Part & { readonly unit: GlucoseUnit }) {
  const { t } = words;
  const { figures, flags, targets } = preview;
  return (
    <>
      <PreviewSection title={t("worklistPreview.why")}>
        {flags.length === 0 ? (
          <p className="muted">{t("worklistPreview.nothing")}</p>
        ) : (
          <ul className={styles.flags}>
            {flags.map((raised) => {
              const band = FLAG_BANDS[raised.flag];
              return (
                <li key={raised.flag}>
                  {band === null ? null : <BandSwatch band={band} className={styles.swatch} />}
                  {flagInWords(raised, words)}
                </li>
              );
            })}
          </ul>
        )}
      </PreviewSection>
      {figures === null ? (
        <Notice title={t("worklistPreview.empty")} />
      ) : (
        <>
          <PreviewSection title={t("worklistPreview.ranges.title")}>
            <p className={styles.small}>{targetsInWords(targets, unit, words)}</p>
            <PreviewBands figures={figures} targets={targets} unit={unit} words={words} />
          </PreviewSection>
          <PreviewSection title={t("worklistPreview.figures.title")}>
            <PreviewFigures preview={preview} figures={figures} unit={unit} words={words} />
          </PreviewSection>
        </>
      )}
    </>
  );
}

function Reviews({ reviews, words }: { readonly reviews: readonly PreviewReview[]; readonly words: Words }) {
  const { t } = words;
  if (reviews.length === 0) return <p className="muted">{t("worklistPreview.reviews.none")}</p>;
  return (
    <ul className={styles.reviews}>
      {reviews.map(({ id, at, by }) => {
        // A review is the clinic's own doing, so its time is that of whoever reads it. This is never drawn by the server.
        const time = formatDateTime(at, -new Date(at).getTimezoneOffset(), words);
        return (
          <li key={id}>
            {by === null
              ? t("worklistPreview.reviews.byFormer", { time })
              : t("worklistPreview.reviews.by", { time, name: by })}
          </li>
        );
      })}
    </ul>
  );
}
