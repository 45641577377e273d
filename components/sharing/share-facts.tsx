import type { Words } from "@/lib/i18n/translate";
import type { OwnedShare, SharedWithMe, ShareView } from "@/lib/sharing/status";
import type { ShareFact } from "./share-card";
import {
  openedInWords,
  type ReaderClock,
  scopeInWords,
  untilInWords,
  verifiedInWords,
  windowInWords,
} from "./share-words";
import styles from "./sharing.module.css";

/**
 * What an owner has to know of a share: who it is, exactly what they see, of which days, until when; of a link, how often
 * it was opened.
 */
export function ownerFacts(share: OwnedShare, clock: ReaderClock, words: Words): ShareFact[] {
  const { t } = words;
  const { kind, viewer, link } = share;
  return [
    ...(kind === "clinic" ? [{ term: t("sharing.verified.term"), text: t("sharing.verified.clinic") }] : []),
    ...(viewer === null
      ? []
      : [{ term: t("sharing.verified.term"), text: verifiedInWords(viewer.verifiedBy, words) }]),
    ...termFacts(share, { clock, side: "owner" }, words),
    // The note of a link is its name.
    ...(link === null
      ? noteFact(t("sharing.note.yours"), share.words.note)
      : [{ term: t("sharing.link.opened"), text: openedInWords(link, words) }]),
  ];
}

/** The same for whoever is let in, or invited. */
export function viewerFacts(share: SharedWithMe, clock: ReaderClock, words: Words): ShareFact[] {
  return [
    ...termFacts(share, { clock, side: "viewer" }, words),
    ...noteFact(words.t("sharing.note.theirs"), share.note),
  ];
}

function termFacts(
  share: ShareView,
  seen: { readonly clock: ReaderClock; readonly side: "owner" | "viewer" },
  words: Words,
): ShareFact[] {
  const { t } = words;
  return [
    { term: t("sharing.what.term"), text: scopeInWords(share, words) },
    { term: t("sharing.days.term"), text: windowInWords(share.window, words) },
    { term: t("sharing.until.term"), text: howLong(share, seen, words) },
  ];
}

/** What a code offers begins when it is confirmed: until then it is a length, afterwards a date. */
function howLong(
  { beginsWhenConfirmed, lasts, expiresAt }: ShareView,
  seen: { readonly clock: ReaderClock; readonly side: "owner" | "viewer" },
  words: Words,
): string {
  const { t } = words;
  if (!beginsWhenConfirmed) return untilInWords(expiresAt, seen, words);
  const length = t(`sharing.until.whenConfirmed.${lasts}`);
  return lasts === "open" ? length : t("sharing.until.confirmed", { lasts: length });
}

function noteFact(term: string, note: string | null): ShareFact[] {
  return note === null ? [] : [{ term, text: <span className={styles.note}>{note}</span> }];
}
