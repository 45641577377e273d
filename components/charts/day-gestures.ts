"use client";

import {
  type KeyboardEvent,
  type PointerEvent,
  type RefObject,
  useEffect,
  useEffectEvent,
  useRef,
} from "react";
import {
  type DayWindow,
  isWholeDay,
  pannedWindow,
  resizedWindow,
  steppedWindow,
  wholeDay,
} from "@/lib/glucose/day-window";
import type { DayLayout } from "./day-layout";
import type { DayView } from "./day-view";

/** What fingers or the mouse are doing since they went down. */
type Gesture =
  | { readonly kind: "pan"; readonly startPx: number; readonly window: DayWindow; isMoving: boolean }
  | { readonly kind: "choose"; readonly startPx: number; readonly anchor: number; isMoving: boolean }
  | { readonly kind: "pinch"; readonly apartPx: number; readonly window: DayWindow; readonly around: number };

const MOVED_PX = 4;
const WHEEL_RATE = 0.003;
const WHEEL_LINE_PX = 16;

/**
 * Zooming, moving and choosing on a day's drawing. Handlers go on the element around the surface and see everything
 * first; what they do not use goes on to the cursor.
 */
export function useDayGestures(
  ref: RefObject<HTMLElement | null>,
  {
    view,
    lengthMinutes,
    layoutOf,
    cursorMinutes,
  }: {
    readonly view: DayView;
    readonly lengthMinutes: number;
    readonly layoutOf: (width: number) => DayLayout;
    /** Where the cursor stands; null without one. */
    readonly cursorMinutes: RefObject<number | null>;
  },
) {
  const { window, setWindow, isChoosing, setChoosing, chosen, setChosen } = view;
  const gesture = useRef<Gesture | null>(null);
  const fingers = useRef(new Map<number, number>());
  const layout = () => layoutOf(ref.current?.clientWidth ?? 0);
  const pxOf = (clientX: number) => clientX - (ref.current?.getBoundingClientRect().left ?? 0);
  const isZoomed = !isWholeDay(window, lengthMinutes);
  const zoomAround = ({ from, to }: DayWindow) => cursorMinutes.current ?? (from + to) / 2;
  const pan = (minutes: number) => setWindow((from) => pannedWindow(from, lengthMinutes, minutes));

  const onWheel = useEffectEvent((event: WheelEvent) => {
    const px = (delta: number) => delta * (event.deltaMode === 0 ? 1 : WHEEL_LINE_PX);
    const { toMinutes, minutesPerPx } = layout();
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      const around = toMinutes(pxOf(event.clientX));
      const factor = Math.exp(px(event.deltaY) * WHEEL_RATE);
      setWindow((from) =>
        resizedWindow(from, { lengthMinutes, minutes: (from.to - from.from) * factor, around }),
      );
    } else if (isZoomed && (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY))) {
      event.preventDefault();
      pan(px(event.deltaX === 0 ? event.deltaY : event.deltaX) * minutesPerPx);
    }
  });
  useEffect(() => {
    const element = ref.current;
    if (!element) return undefined;
    // React listens passively, and only a listener that is not may keep the page from zooming along.
    const listener = (event: WheelEvent) => onWheel(event);
    element.addEventListener("wheel", listener, { passive: false });
    return () => element.removeEventListener("wheel", listener);
  }, [ref]);

  const onPointerDownCapture = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return;
    const px = pxOf(event.clientX);
    // The first finger of a touch: whatever went down before has been let go of somewhere else.
    if (event.isPrimary) fingers.current.clear();
    fingers.current.set(event.pointerId, px);
    const [one, two] = [...fingers.current.values()];
    const { toMinutes } = layout();
    if (one !== undefined && two !== undefined) {
      event.stopPropagation();
      gesture.current = {
        kind: "pinch",
        apartPx: Math.max(1, Math.abs(one - two)),
        window,
        around: toMinutes((one + two) / 2),
      };
    } else if (isChoosing)
      gesture.current = { kind: "choose", startPx: px, anchor: toMinutes(px), isMoving: false };
    else if (isZoomed) gesture.current = { kind: "pan", startPx: px, window, isMoving: false };
  };

  const onPointerMoveCapture = (event: PointerEvent<HTMLElement>) => {
    const now = gesture.current;
    if (now === null || !fingers.current.has(event.pointerId)) return;
    const px = pxOf(event.clientX);
    fingers.current.set(event.pointerId, px);
    if (now.kind === "pinch") {
      event.stopPropagation();
      const [one = 0, two = 0] = [...fingers.current.values()];
      const minutes = ((now.window.to - now.window.from) * now.apartPx) / Math.max(1, Math.abs(one - two));
      setWindow(() => resizedWindow(now.window, { lengthMinutes, minutes, around: now.around }));
      return;
    }
    if (!now.isMoving && Math.abs(px - now.startPx) < MOVED_PX) return;
    if (!now.isMoving) {
      now.isMoving = true;
      event.currentTarget.setPointerCapture(event.pointerId);
    }
    event.stopPropagation();
    const { toMinutes, minutesPerPx } = layout();
    if (now.kind === "pan")
      setWindow(() => pannedWindow(now.window, lengthMinutes, (now.startPx - px) * minutesPerPx));
    else setChosen(stretchBetween(now.anchor, toMinutes(px)));
  };

  const onPointerEndCapture = (event: PointerEvent<HTMLElement>) => {
    fingers.current.delete(event.pointerId);
    gesture.current = null;
  };

  const markAtCursor = () => {
    const at = cursorMinutes.current;
    if (at === null) return;
    const isOpen = chosen !== null && chosen.from === chosen.to;
    setChosen(isOpen ? stretchBetween(chosen.from, at) : { from: Math.floor(at), to: Math.floor(at) });
  };

  const onKeyDownCapture = (event: KeyboardEvent<HTMLElement>) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const quarter = (window.to - window.from) / 4;
    const zoom = (step: "in" | "out") =>
      setWindow((from) => steppedWindow(from, { lengthMinutes, step, around: zoomAround(from) }));
    const actions: Readonly<Record<string, (() => void) | undefined>> = {
      "+": () => zoom("in"),
      "=": () => zoom("in"),
      "-": () => zoom("out"),
      "0": () => setWindow(() => wholeDay(lengthMinutes)),
      ...(event.shiftKey ? { ArrowLeft: () => pan(-quarter), ArrowRight: () => pan(quarter) } : {}),
      ...(isChoosing ? { " ": markAtCursor, Escape: () => setChoosing(false) } : {}),
    };
    const action = actions[event.key];
    if (action === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    action();
  };

  return {
    onPointerDownCapture,
    onPointerMoveCapture,
    onPointerUpCapture: onPointerEndCapture,
    onPointerCancelCapture: onPointerEndCapture,
    onKeyDownCapture,
  };
}

/** Whole minutes that hold both moments, whichever came first. A reading at either of them is inside. */
function stretchBetween(one: number, other: number) {
  return { from: Math.floor(Math.min(one, other)), to: Math.floor(Math.max(one, other)) + 1 };
}
