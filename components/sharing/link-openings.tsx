import { networkInWords, placeInWords } from "@/components/settings/place-words";
import { formatDateTime } from "@/lib/format/date";
import type { Words } from "@/lib/i18n/translate";
import type { LinkOpening } from "@/lib/sharing/status";
import type { ReaderClock } from "./share-words";
import styles from "./sharing.module.css";

/** Every opening of a link, the newest first: when, and from where. Who it was nobody knows. */
export function LinkOpenings({
  openings,
  name,
  clock: { displayOffsetMinutes },
  words,
}: {
  readonly openings: readonly LinkOpening[];
  /** Of the link. */
  readonly name: string;
  readonly clock: ReaderClock;
  readonly words: Words;
}) {
  if (openings.length === 0) return null;
  return (
    // oxlint-disable-next-line jsx-a11y/no-redundant-roles -- Safari takes a list without bullets for none
    <ul role="list" className={styles.openings} aria-label={words.t("sharing.link.openings", { link: name })}>
      {openings.map((opening) => (
        <li key={opening.id}>
          <time dateTime={new Date(opening.at).toISOString()}>
            {formatDateTime(opening.at, displayOffsetMinutes, words)}
          </time>
          {` · ${placeInWords(opening, words)} · ${networkInWords(opening, words)}`}
        </li>
      ))}
    </ul>
  );
}
