/** How long a copy can be read after it was kept. */
export const COPY_HOURS = 12;

const COPY_MS = COPY_HOURS * 3_600_000;
/** A device's clock may be put right by this much without making a copy look as if it came from the future. */
const CLOCK_SLACK_MS = 5 * 60_000;
const IV_BYTES = 12;

/**
 * A text as it lies in the browser. The key is a `CryptoKey` that cannot be exported, made for this one copy: a copy
 * whose key is gone cannot be read by anybody.
 */
export interface SealedCopy {
  readonly key: CryptoKey;
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly ciphertext: ArrayBuffer;
  /** Milliseconds since 1970 by the device's clock. */
  readonly keptAt: number;
  readonly readableUntil: number;
}

export type OpenedCopy =
  | { readonly status: "open"; readonly text: string }
  /** Twelve hours have passed, or the clock stands before the moment when the copy was kept. */
  | { readonly status: "expired" }
  /** Changed since it was kept, or its key is another one. */
  | { readonly status: "unreadable" };

/** Seals a text with AES-256-GCM under a new key; until when it may be read is part of what is sealed. */
export async function sealCopy(text: string, keptAt: number): Promise<SealedCopy> {
  const key = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, [
    "encrypt",
    "decrypt",
  ]);
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const dates = { keptAt, readableUntil: keptAt + COPY_MS };
  const ciphertext = await crypto.subtle.encrypt(
    { name: "AES-GCM", iv, additionalData: boundTo(dates) },
    key,
    new TextEncoder().encode(text),
  );
  return { key, iv, ciphertext, ...dates };
}

/** The text of a copy while it may be read. Whoever gets anything but "open" deletes the copy. */
export async function openCopy(copy: SealedCopy, now: number): Promise<OpenedCopy> {
  if (isExpired(copy, now)) return { status: "expired" };
  const { key, iv, ciphertext } = copy;
  try {
    const text = await crypto.subtle.decrypt(
      { name: "AES-GCM", iv, additionalData: boundTo(copy) },
      key,
      ciphertext,
    );
    return { status: "open", text: new TextDecoder().decode(text) };
  } catch {
    return { status: "unreadable" };
  }
}

function isExpired({ keptAt, readableUntil }: CopyDates, now: number): boolean {
  return now >= readableUntil || now < keptAt - CLOCK_SLACK_MS;
}

export type CopyDates = Pick<SealedCopy, "keptAt" | "readableUntil">;

function boundTo({ keptAt, readableUntil }: CopyDates): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`hindsight offline overview, kept ${keptAt}, until ${readableUntil}`);
}
