"use client";

import {
  createContext,
  type ReactNode,
  startTransition,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { type DayWindow, windowText } from "@/lib/glucose/day-window";

/** A stretch of the day in minutes since it began; `to` may still be open while it is being marked. */
export interface DayStretch {
  readonly from: number;
  readonly to: number;
}

/** What the reader does with a day's chart: which hours they look at, and which readings they are choosing. */
export interface DayView {
  readonly window: DayWindow;
  /** From the window that was wanted last, which may not be drawn yet. */
  readonly setWindow: (next: (window: DayWindow) => DayWindow) => void;
  readonly isChoosing: boolean;
  readonly setChoosing: (isChoosing: boolean) => void;
  readonly chosen: DayStretch | null;
  readonly setChosen: (chosen: DayStretch | null) => void;
}

const Context = createContext<DayView | null>(null);

/** Long enough that a turn of the wheel is one change of the address, short enough to be there when it is copied. */
const SETTLED_MS = 250;

/** Shares what the reader does with one day among its chart, its buttons and its form, and keeps the address true. */
export function DayViewProvider({
  lengthMinutes,
  initial,
  children,
}: {
  readonly lengthMinutes: number;
  readonly initial: DayWindow;
  readonly children: ReactNode;
}) {
  const [window, setWanted] = useState(initial);
  const [isChoosing, setChoosing] = useState(false);
  const [chosen, setChosen] = useState<DayStretch | null>(null);
  useWindowInAddress(windowText(window, lengthMinutes));
  const view = useMemo(
    () => ({
      window,
      // Drawing may be put off and left out for a newer one: a gesture never waits for it.
      setWindow: (next: (window: DayWindow) => DayWindow) => startTransition(() => setWanted(next)),
      isChoosing,
      setChoosing: (next: boolean) => {
        setChoosing(next);
        setChosen(null);
      },
      chosen,
      setChosen,
    }),
    [window, isChoosing, chosen],
  );
  return <Context value={view}>{children}</Context>;
}

export function useDayView(): DayView {
  const view = useContext(Context);
  if (view === null) throw new Error("A part of a day stands outside DayViewProvider");
  return view;
}

/** Replaces the address once a gesture has come to rest: a link restores the view, and going back leaves the day. */
function useWindowInAddress(text: string | null): void {
  const written = useRef(text);
  useEffect(() => {
    if (written.current === text) return undefined;
    const timer = setTimeout(() => {
      written.current = text;
      const address = new URL(globalThis.location.href);
      if (text === null) address.searchParams.delete("span");
      else address.searchParams.set("span", text);
      globalThis.history.replaceState(null, "", address);
    }, SETTLED_MS);
    return () => clearTimeout(timer);
  }, [text]);
}
