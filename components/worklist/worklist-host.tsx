"use client";

import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useCallback,
  useEffect,
  useRef,
  useState,
} from "react";
import { useRefresh } from "@/components/forms/use-refresh";
import { type Grounds, useGroundsWatch } from "@/components/sharing/use-grounds-watch";
import type { Instant } from "@/lib/clock";
import type { GlucoseUnit } from "@/lib/format/unit";
import type { Texts } from "@/lib/i18n/translate";
import { OpenPerson } from "./open-person";
import { type Drafts, type PreviewAsks, PreviewDrawer } from "./preview-drawer";
import { isField, isPopoverOpen, listKey } from "./preview-keys";
import type { PreviewLabels } from "./preview-placing";
import { ReviewToast, TOAST } from "./review-toast";
import { useRowReview } from "./use-row-review";
import styles from "./worklist.module.css";

/** Somebody of the page, and where what is done with them goes. */
export interface HostedPatient {
  readonly id: string;
  readonly name: string;
  readonly previewUrl: string;
  readonly reviewUrl: string;
  readonly noteUrl: string;
  readonly placingUrl: string;
  readonly reportsHref: string;
}

/** Who is open, where in the list they were then, and what for: asked anew with every opening. */
interface Opened {
  readonly patient: HostedPatient;
  readonly place: number;
  readonly asks: PreviewAsks;
}

/**
 * The list with its keys, and the preview of one person beside it. The letters among the keys work while the focus is on a
 * person of the list, so that they are nobody's typing.
 */
export function WorklistHost({
  patients,
  canWork,
  labels,
  unit,
  locale,
  texts,
  words,
  keysId,
  watch,
  children,
}: {
  readonly patients: readonly HostedPatient[];
  readonly canWork: boolean;
  readonly labels: PreviewLabels;
  readonly unit: GlucoseUnit;
  readonly locale: string;
  readonly texts: Texts;
  /** Texts with a name in them hold "{name}". */
  readonly words: {
    readonly reviewing: string;
    readonly reviewed: string;
    readonly undo: string;
    readonly undoing: string;
    readonly undone: string;
  };
  /** What says which keys there are. */
  readonly keysId: string;
  /** On what the list rests. */
  readonly watch: Grounds;
  readonly children: ReactNode;
}) {
  const list = useRef<HTMLDivElement>(null);
  const refresh = useRefresh();
  const [opened, setOpened] = useState<Opened | null>(null);
  const [stop, setStop] = useState<{ readonly id: string; readonly place: number } | null>(null);
  const [drafts, setDrafts] = useState<Drafts>({});
  const [changes, setChanges] = useState(0);
  const [said, setSaid] = useState("");

  // The preview asks again, too: whoever is open may share no longer. What somebody is writing there stays.
  const onSharesChanged = useCallback(() => {
    setChanges((count) => count + 1);
    refresh();
  }, [refresh]);
  useGroundsWatch(watch, onSharesChanged);

  const placeOf = (id: string | undefined) => patients.findIndex((one) => one.id === id);
  const linkAt = useCallback((place: number) => {
    const links = list.current?.querySelectorAll<HTMLElement>("[data-preview]") ?? [];
    return links[Math.min(place, links.length - 1)] ?? list.current;
  }, []);
  const stopped = patients[placeOf(stop?.id)] ?? null;

  const onMarked = useCallback(
    ({ patient, isMarked }: { readonly patient: { readonly name: string }; readonly isMarked: boolean }) => {
      setSaid((isMarked ? words.reviewed : words.undone).replace("{name}", patient.name));
      setChanges((count) => count + 1);
      refresh();
      // The button that was pressed goes with what it took back.
      const isInToast = (document.activeElement?.closest(TOAST) ?? null) !== null;
      if (!isMarked && isInToast) linkAt(stop?.place ?? 0)?.focus();
    },
    [words, refresh, stop, linkAt],
  );
  const review = useRowReview(stopped, onMarked);

  // Whoever was reviewed is no longer in a list of those who are not: the keyboard goes on where they were.
  const isStopGone = stop !== null && stopped === null;
  useEffect(() => {
    if (isStopGone && document.activeElement === document.body) linkAt(stop.place)?.focus();
  }, [isStopGone, stop, linkAt]);

  // Enter where nothing has the focus yet opens whoever needs a look first: it is no letter, and nobody's typing.
  const first = patients[0] ?? null;
  useEffect(() => {
    const onEnter = (event: globalThis.KeyboardEvent) => {
      if (event.key !== "Enter" || document.activeElement !== document.body || first === null) return;
      setOpened({ patient: first, place: 0, asks: { deed: "look" } });
    };
    document.addEventListener("keydown", onEnter);
    return () => document.removeEventListener("keydown", onEnter);
  }, [first]);

  const open = (place: number, deed: PreviewAsks["deed"] = "look") => {
    const patient = patients[place];
    if (patient === undefined) return;
    linkAt(place)?.scrollIntoView({ block: "nearest" });
    setStop({ id: patient.id, place });
    setOpened({ patient, place, asks: { deed } });
  };
  const stepTo = (place: number) => (patients[place] === undefined ? null : () => open(place));
  const close = () => {
    if (opened === null) return;
    setOpened(null);
    const place = placeOf(opened.patient.id);
    linkAt(place === -1 ? opened.place : place)?.focus();
  };
  const { forget } = review;
  const onReviewed = useCallback(
    (id: string, at: Instant | null) => {
      if (at === null) forget(id);
      refresh();
    },
    [forget, refresh],
  );

  const onClick = (event: MouseEvent<HTMLElement>) => {
    const isPlain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
    const id = isPlain ? clickedPerson(event.target) : null;
    if (id === null) return;
    event.preventDefault();
    open(placeOf(id));
  };
  const onKeyDown = (focus: "list" | "preview") => (event: KeyboardEvent<HTMLElement>) => {
    if (event.defaultPrevented || isPopoverOpen()) return;
    const id = personOf(event.target);
    const elsewhere = focus === "list" ? "elsewhere" : focus;
    const wish = listKey(event, isField(event.target) ? "field" : id === null ? elsewhere : "row");
    const place = placeOf(id ?? undefined);
    const deeds = {
      next: () => linkAt(Math.min(place + 1, patients.length - 1))?.focus(),
      previous: () => linkAt(Math.max(place - 1, 0))?.focus(),
      open: () => open(place),
      note: () => open(place, "note"),
      copy: () => open(place, "copy"),
      review: () => canWork && review.mark(),
      undo: () => canWork && review.undo(),
      search: () => list.current?.querySelector<HTMLElement>("[role=search] input")?.focus(),
      keys: () => document.getElementById(keysId)?.showPopover(),
      close,
    };
    if (wish === null || (wish === "close" && opened === null)) return;
    event.preventDefault();
    deeds[wish]();
  };

  const at = placeOf(opened?.patient.id);
  const shown = opened && { ...opened, patient: patients[at] ?? opened.patient };
  return (
    <div className={styles.host} data-open={shown !== null || undefined}>
      {/* The links in the list take the clicks and keys; this only hears them. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions, jsx-a11y/click-events-have-key-events */}
      <div
        ref={list}
        tabIndex={-1}
        className={styles.list}
        onClick={onClick}
        onKeyDown={onKeyDown("list")}
        onFocus={({ target }) => {
          const id = personOf(target);
          if (id !== null) setStop({ id, place: placeOf(id) });
        }}
      >
        <OpenPerson
          openId={shown?.patient.id ?? null}
          stopId={(stopped ?? patients[stop?.place ?? 0] ?? first)?.id ?? null}
        >
          {children}
        </OpenPerson>
        <ReviewToast
          said={said}
          last={review.last}
          marking={review.marking}
          undoing={review.undoing}
          onUndo={review.undo}
          words={words}
        />
      </div>
      {shown === null ? null : (
        // The preview has keys of its own; this hears those that it leaves.
        // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
        <div className={styles.beside} onKeyDown={onKeyDown("preview")}>
          <PreviewDrawer
            patientId={shown.patient.id}
            name={shown.patient.name}
            previewUrl={shown.patient.previewUrl}
            reviewUrl={shown.patient.reviewUrl}
            noteUrl={shown.patient.noteUrl}
            placingUrl={shown.patient.placingUrl}
            reportsHref={shown.patient.reportsHref}
            canWork={canWork}
            labels={labels}
            texts={texts}
            locale={locale}
            unit={unit}
            changes={changes}
            asks={shown.asks}
            drafts={drafts}
            onDrafts={setDrafts}
            onClose={close}
            // Whoever is no longer in the list has left their place to the next one.
            onNext={stepTo(at === -1 ? shown.place : at + 1)}
            onPrevious={stepTo((at === -1 ? shown.place : at) - 1)}
            onReviewed={onReviewed}
          />
        </div>
      )}
    </div>
  );
}

/** Whose link in the list this is. */
function personOf(target: EventTarget): string | null {
  const link = target instanceof Element ? target.closest("[data-preview]") : null;
  return link?.getAttribute("data-preview") ?? null;
}

/** Whose row was clicked, unless on something that does something else, or to select a text. */
function clickedPerson(target: EventTarget): string | null {
  const person = personOf(target);
  if (person !== null || !(target instanceof Element)) return person;
  if (target.closest("a, button, input") !== null || getSelection()?.type === "Range") return null;
  return target.closest("tr[data-patient]")?.getAttribute("data-patient") ?? null;
}
