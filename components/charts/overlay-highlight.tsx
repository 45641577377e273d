"use client";

import {
  createContext,
  type ReactNode,
  useContext,
  useLayoutEffect,
  useState,
  useSyncExternalStore,
} from "react";
import type { LocalDate } from "@/lib/glucose/local-time";
import { DayHighlight } from "./day-highlight";

const HighlightContext = createContext<DayHighlight | null>(null);

/** Which of several days stands out, shared by the drawing, the line above it and the list below. */
export function useDayHighlight(): DayHighlight {
  const highlight = useContext(HighlightContext);
  if (highlight === null) throw new Error("Days that can stand out belong inside DayHighlightProvider");
  return highlight;
}

/** What `pick` says of the highlight; whoever asks is drawn again only when the answer changes. */
export function useHighlighted<Answer extends LocalDate | boolean | null>(
  pick: (highlight: DayHighlight) => Answer,
): Answer {
  const highlight = useDayHighlight();
  return useSyncExternalStore(
    highlight.subscribe,
    () => pick(highlight),
    () => pick(highlight),
  );
}

/** `day` is what the address says. */
export function DayHighlightProvider({
  day,
  children,
}: {
  readonly day: LocalDate | null;
  readonly children: ReactNode;
}) {
  const [highlight] = useState(() => new DayHighlight(day));
  // Whenever the page comes anew, its address decides; pointing and choosing in place do not bring it anew.
  useLayoutEffect(() => highlight.choose(day));
  return <HighlightContext value={highlight}>{children}</HighlightContext>;
}

/** Chooses a day, or none, and lets the address say the same: a reload or a bookmark brings it back. */
export function chooseInAddress(highlight: DayHighlight, date: LocalDate | null): void {
  highlight.choose(date);
  const url = new URL(window.location.href);
  if (date === null) url.searchParams.delete("day");
  else url.searchParams.set("day", date);
  window.history.replaceState(null, "", url);
}
