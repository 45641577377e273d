"use client";

import {
  type Dispatch,
  type KeyboardEvent,
  type SetStateAction,
  useCallback,
  useEffect,
  useEffectEvent,
  useId,
  useMemo,
  useRef,
  useState,
} from "react";
import { RefusalSentence } from "@/components/forms/refusal-texts";
import { useRefresh } from "@/components/forms/use-refresh";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { Instant } from "@/lib/clock";
import type { GlucoseUnit } from "@/lib/format/unit";
import { type Catalogue, type TextKey, type Texts, type Words, wordsFrom } from "@/lib/i18n/translate";
import type { ClinicNote } from "@/lib/worklist/preview";
import { PreviewActions } from "./preview-actions";
import { PreviewBody } from "./preview-body";
import styles from "./preview-drawer.module.css";
import { isField, isPopoverOpen, previewKey } from "./preview-keys";
import type { PreviewLabels } from "./preview-placing";
import { PreviewSkeleton } from "./preview-skeleton";
import { PreviewStep } from "./preview-step";
import { usePreview } from "./use-preview";
import { useReview } from "./use-review";

/** What is typed and not saved yet, by patient. */
export type Drafts = Readonly<Record<string, string>>;

/** What somebody was opened for; another object each time that they are. */
export interface PreviewAsks {
  readonly deed: "look" | "note" | "copy";
}

export interface PreviewDrawerProps {
  readonly patientId: string;
  /** As the list has it: shown while the preview loads. */
  readonly name: string;
  /** GET, with the days of the list. */
  readonly previewUrl: string;
  /** POST marks, DELETE takes back. */
  readonly reviewUrl: string;
  readonly noteUrl: string;
  readonly placingUrl: string;
  readonly reportsHref: string;
  /** Whether whoever looks may review, write and place. */
  readonly canWork: boolean;
  readonly labels: PreviewLabels;
  /** `previewTexts` of the locale (lib/i18n/words.ts), made on the server. */
  readonly texts: Texts;
  readonly locale: string;
  readonly unit: GlucoseUnit;
  /** Grows when the list has changed something about this patient: then the drawer asks again. */
  readonly changes: number;
  readonly asks: PreviewAsks;
  /** Kept outside, so that they survive a look at somebody else, and none at all. */
  readonly drafts: Drafts;
  readonly onDrafts: Dispatch<SetStateAction<Drafts>>;
  readonly onClose: () => void;
  /** Null at the end of the page. */
  readonly onNext: (() => void) | null;
  readonly onPrevious: (() => void) | null;
  /** After a review was marked (its moment) or taken back (null): for the row of the list. */
  readonly onReviewed: (patientId: string, at: Instant | null) => void;
}

/**
 * One patient beside the list. It takes Escape, r, u, n, c, j and k while the focus is inside, and marks what it took
 * as `defaultPrevented`; the list handles them everywhere else.
 */
export function PreviewDrawer({ texts, locale, drafts, onDrafts, ...props }: PreviewDrawerProps) {
  const words = useMemo(() => wordsFrom<TextKey<Catalogue>>(locale, texts), [locale, texts]);
  const { patientId } = props;
  const onDraft = useCallback(
    (draft: string | null) =>
      onDrafts(({ [patientId]: _before, ...others }) =>
        draft === null ? others : { ...others, [patientId]: draft },
      ),
    [patientId, onDrafts],
  );
  // Nothing of one patient may be left when the next one is shown.
  return (
    <Drawer key={patientId} {...props} words={words} draft={drafts[patientId] ?? null} onDraft={onDraft} />
  );
}

type DrawerProps = Omit<PreviewDrawerProps, "texts" | "locale" | "drafts" | "onDrafts"> & {
  readonly words: Words;
  readonly draft: string | null;
  readonly onDraft: (draft: string | null) => void;
};

function Drawer(props: DrawerProps) {
  const { patientId, previewUrl, reviewUrl, changes, asks, canWork, draft, words } = props;
  const { onClose, onNext, onPrevious, onDraft, onReviewed } = props;
  const { t } = words;
  const { state, reload, retry } = usePreview(previewUrl, changes);
  const [said, setSaid] = useState("");
  const [saved, setSaved] = useState<ClinicNote | null>(null);
  const refresh = useRefresh();
  const preview = state.status === "shown" ? state.preview : null;
  const note = newest(preview?.note ?? null, saved);
  const titleId = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const noteField = useRef<HTMLTextAreaElement>(null);
  const copyButton = useRef<HTMLButtonElement>(null);
  const heard = useRef<PreviewAsks>(null);
  useEffect(() => {
    if (heard.current !== asks) heading.current?.focus();
    heard.current = asks;
  }, [asks]);
  const isWriting = draft !== null;
  const wasWriting = useRef(isWriting);
  useEffect(() => {
    if (isWriting && !wasWriting.current) noteField.current?.focus();
    if (!isWriting && wasWriting.current) heading.current?.focus();
    wasWriting.current = isWriting;
  }, [isWriting]);

  const onChanged = useCallback(
    (at: Instant | null) => {
      onReviewed(patientId, at);
      reload();
    },
    [onReviewed, patientId, reload],
  );
  const review = useReview({ url: reviewUrl, reviews: preview?.reviews ?? [], onChanged, onRefused: reload });
  const onNote = useCallback(
    (written: ClinicNote) => {
      setSaved(written);
      onDraft(null);
      setSaid(t("worklistPreview.note.saved"));
    },
    [onDraft, t],
  );
  const onPlaced = useCallback(() => {
    setSaid(t("worklistPreview.placing.saved"));
    reload();
    refresh();
  }, [reload, refresh, t]);

  const isUnsaved = draft !== null && note !== null && draft.trim() !== note.text;
  /** Goes away from this patient, unless something would be lost. */
  const leave = (go: (() => void) | null) => {
    if (go === null) return;
    if (!isUnsaved) return go();
    setSaid(t("worklistPreview.note.unsaved"));
    noteField.current?.focus();
  };
  const mayWork = canWork && preview !== null && preview.mayWork;
  const write = () => {
    if (!mayWork || note === null) return;
    if (isWriting) noteField.current?.focus();
    else onDraft(note.text);
  };
  const asked = {
    close: () => leave(onClose),
    next: () => leave(onNext),
    previous: () => leave(onPrevious),
    review: () => mayWork && review.mark(),
    undo: () => mayWork && review.undo?.(),
    note: write,
    copy: () => copyButton.current?.click(),
  };
  const onAsked = useEffectEvent(({ deed }: PreviewAsks) => deed !== "look" && asked[deed]());
  const answered = useRef<PreviewAsks>(null);
  const isLoaded = preview !== null;
  useEffect(() => {
    if (!isLoaded || answered.current === asks) return;
    answered.current = asks;
    onAsked(asks);
  }, [asks, isLoaded]);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const wish = previewKey(event, isField(event.target));
    if (wish === null || event.defaultPrevented || isPopoverOpen()) return;
    event.preventDefault();
    event.stopPropagation();
    asked[wish]();
  };

  return (
    // The keys are those of the buttons inside, for whoever goes by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions, jsx-a11y/no-noninteractive-element-interactions
    <section className={styles.drawer} aria-labelledby={titleId} onKeyDown={onKeyDown}>
      <header className={styles.head}>
        <h2 id={titleId} ref={heading} tabIndex={-1} className={styles.title}>
          {preview?.name ?? props.name}
        </h2>
        <div className={styles.move} role="group" aria-label={t("worklistPreview.move")}>
          <PreviewStep
            icon="previous"
            label={t("worklistPreview.previous")}
            shortcut="k"
            go={onPrevious && asked.previous}
          />
          <PreviewStep icon="next" label={t("worklistPreview.next")} shortcut="j" go={onNext && asked.next} />
          <PreviewStep icon="close" label={t("worklistPreview.close")} shortcut="Escape" go={asked.close} />
        </div>
      </header>
      <p role="status" className={styles.said}>
        {said}
      </p>
      <div className={styles.body}>
        {state.status === "loading" ? <PreviewSkeleton label={t("worklistPreview.loading")} /> : null}
        {state.status === "gone" ? (
          <Notice
            role="alert"
            icon="info"
            title={t("worklistPreview.gone.title")}
            actions={<Button onClick={onClose}>{t("worklistPreview.gone.close")}</Button>}
          >
            <p>{t("worklistPreview.gone.text", { name: props.name })}</p>
          </Notice>
        ) : null}
        {state.status === "failed" ? (
          <Notice
            role="alert"
            icon="attention"
            title={t("worklistPreview.failed.title")}
            actions={<Button onClick={retry}>{t("worklistPreview.failed.retry")}</Button>}
          >
            <p>
              <RefusalSentence refusal={state.refusal} />
            </p>
          </Notice>
        ) : null}
        {preview !== null && note !== null ? (
          <PreviewBody
            preview={{ ...preview, note }}
            noteUrl={props.noteUrl}
            placingUrl={props.placingUrl}
            canWork={mayWork}
            labels={props.labels}
            unit={props.unit}
            draft={draft}
            onDraft={onDraft}
            onNote={onNote}
            onPlaced={onPlaced}
            noteField={noteField}
            words={words}
          />
        ) : null}
      </div>
      {preview === null ? null : (
        <footer className={styles.foot}>
          <PreviewActions
            canWork={mayWork}
            marking={review.marking}
            undoing={review.undoing}
            onMark={review.mark}
            onUndo={review.undo}
            text={preview.text}
            copyButton={copyButton}
            reportsHref={props.reportsHref}
            words={words}
          />
        </footer>
      )}
    </section>
  );
}

/** Somebody who writes may have saved a newer note than the preview that came before. */
function newest(shown: ClinicNote | null, saved: ClinicNote | null): ClinicNote | null {
  if (shown === null || saved === null) return shown;
  return saved.revision > shown.revision ? saved : shown;
}
