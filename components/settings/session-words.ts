import type { SessionView } from "@/lib/auth/status";
import type { Instant } from "@/lib/clock";
import { formatAgo } from "@/lib/format/ago";
import { formatDateTime } from "@/lib/format/date";
import type { Words } from "@/lib/i18n/translate";
import { API_PATHS } from "@/lib/routes";
import { networkInWords, placeInWords } from "./place-words";

/** One session, finished: it is shown in the browser, which has no catalogue for it. */
export interface SessionItem {
  readonly id: string;
  /** "Firefox on Linux". */
  readonly place: string;
  /** "this browser" for the one that asks. */
  readonly here: string | null;
  readonly facts: readonly string[];
  /** What tells it from the others when it is named without its facts. */
  readonly what: string;
  readonly endAction: string;
  /** What is said once it is over. */
  readonly ended: string;
}

export interface SessionListWords {
  readonly title: string;
  readonly about: string;
  readonly end: string;
  readonly ending: string;
  readonly endOthers: string;
  readonly endedOthers: string;
}

export function sessionListWords({ t }: Words): SessionListWords {
  return {
    title: t("security.sessions.title"),
    about: t("security.sessions.about"),
    end: t("security.sessions.end"),
    ending: t("security.sessions.ending"),
    endOthers: t("security.sessions.endOthers"),
    endedOthers: t("security.sessions.endedOthers"),
  };
}

export function sessionItems(
  sessions: readonly SessionView[],
  at: { readonly now: Instant; readonly displayOffsetMinutes: number },
  words: Words,
): SessionItem[] {
  const { t } = words;
  return sessions.map((session) => {
    const { sessionId: id, method, isCurrent } = session;
    const place = placeInWords(session, words);
    const time = formatDateTime(session.startedAt, at.displayOffsetMinutes, words);
    // The row of the browser that asks lags by up to a minute; it is here all the same.
    const ago = formatAgo(isCurrent ? 0 : at.now - session.lastSeenAt, words);
    const what = t("security.sessions.what", { place, time });
    return {
      id,
      place,
      here: isCurrent ? t("security.sessions.here") : null,
      facts: [
        `${t(`security.sessions.method.${method}`)} · ${t("security.sessions.since", { time })}`,
        `${networkInWords(session, words)} · ${t("security.sessions.lastSeen", { ago })}`,
      ],
      what,
      endAction: API_PATHS.session(id),
      ended: t("security.sessions.ended", { what }),
    };
  });
}
