import type { Words } from "@/lib/i18n/translate";
import type { OwnedShare, SharedWithMe } from "@/lib/sharing/status";
import type { ReaderClock } from "./share-words";

/** What every list of one's own shares is given. */
export interface OwnSharesProps {
  /** All of them, the newest first. */
  readonly shares: readonly OwnedShare[];
  readonly clock: ReaderClock;
  /** Where others sign in, as it is read aloud. */
  readonly host: string;
  readonly shareUrl: (id: string) => string;
  readonly words: Words;
}

/** What every list of what others share is given. */
export interface SharedWithMeProps {
  /** All of them, the newest first. */
  readonly shares: readonly SharedWithMe[];
  readonly clock: ReaderClock;
  /** Whether it is known who the reader is: nobody is let in without. */
  readonly isKnown: boolean;
  readonly shareUrl: (id: string) => string;
  readonly reportHref: (patientId: string) => string;
  readonly words: Words;
}
