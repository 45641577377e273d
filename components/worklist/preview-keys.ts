/** What a key asks of the preview. */
type PreviewKey = "close" | "review" | "undo" | "note" | "copy" | "next" | "previous";
/** What a key asks of the list around it. */
type ListKey = PreviewKey | "open" | "search" | "keys";

const PREVIEW_KEYS: Readonly<Record<string, PreviewKey>> = {
  Escape: "close",
  r: "review",
  u: "undo",
  n: "note",
  c: "copy",
  j: "next",
  k: "previous",
};

const ANYWHERE: Readonly<Record<string, ListKey>> = { "/": "search", "?": "keys" };

const ROW_KEYS: Readonly<Record<string, ListKey>> = {
  ...ANYWHERE,
  ...PREVIEW_KEYS,
  o: "open",
  ArrowDown: "next",
  ArrowUp: "previous",
};

interface PressedKey {
  readonly key: string;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  /** Held down: only the first press counts. */
  readonly repeat: boolean;
}

/** What a press asks for; null for one that is somebody's typing, the browser's or nobody's. Escape closes from anywhere. */
export function previewKey(pressed: PressedKey, isTyping: boolean): PreviewKey | null {
  const asked = wishOf(PREVIEW_KEYS, pressed);
  return pressed.repeat || (isTyping && asked !== "close") ? null : asked;
}

/**
 * What a press asks of the list. Its letters count on somebody's row alone: whoever dictates, or rests a hand on the
 * keyboard elsewhere, changes nothing.
 */
export function listKey(
  pressed: PressedKey,
  focus: "row" | "preview" | "field" | "elsewhere",
): ListKey | null {
  const keys = focus === "row" ? ROW_KEYS : focus === "preview" ? ANYWHERE : {};
  const asked = wishOf<ListKey>(keys, pressed) ?? (pressed.key === "Escape" ? "close" : null);
  // A key that is held down goes through the list, and does nothing else again and again.
  return pressed.repeat && asked !== "next" && asked !== "previous" ? null : asked;
}

function wishOf<Key>(
  keys: Readonly<Record<string, Key>>,
  { key, altKey, ctrlKey, metaKey }: PressedKey,
): Key | null {
  if (altKey || ctrlKey || metaKey) return null;
  return Object.hasOwn(keys, key) ? (keys[key] ?? null) : null;
}

export function isField(target: EventTarget): boolean {
  return target instanceof HTMLElement && target.matches("input, textarea, select, [contenteditable]");
}

/** Then Escape is the browser's. */
export function isPopoverOpen(): boolean {
  return document.querySelector(":popover-open") !== null;
}
