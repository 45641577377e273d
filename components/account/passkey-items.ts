import { placeInWords } from "@/components/settings/place-words";
import type { PasskeyView } from "@/lib/accounts/status";
import type { Instant } from "@/lib/clock";
import { formatAgo } from "@/lib/format/ago";
import { formatDateRange } from "@/lib/format/date";
import { localDateOf } from "@/lib/glucose/local-time";
import type { Words } from "@/lib/i18n/translate";
import { API_PATHS } from "@/lib/routes";

/** One passkey, finished: it is shown in the browser, which has no catalogue for it. */
export interface PasskeyItem {
  readonly id: string;
  /** Where it was made: "Firefox on Linux". */
  readonly place: string;
  readonly facts: string;
  /** What tells it from the others when it is named without its facts. */
  readonly what: string;
  readonly removeAction: string;
  readonly removed: string;
}

export interface PasskeyListWords {
  readonly title: string;
  readonly facts: string;
  readonly empty: string;
  readonly remove: string;
  readonly keep: string;
  readonly removeText: string;
  readonly removeNow: string;
  readonly removing: string;
}

export function passkeyListWords({ t }: Words): PasskeyListWords {
  return {
    title: t("passkeys.title"),
    facts: t("passkeys.facts"),
    empty: t("passkeys.empty"),
    remove: t("passkeys.remove"),
    keep: t("passkeys.keep"),
    removeText: t("passkeys.removeText"),
    removeNow: t("passkeys.removeNow"),
    removing: t("passkeys.removing"),
  };
}

export function passkeyItems(
  passkeys: readonly PasskeyView[],
  at: { readonly now: Instant; readonly displayOffsetMinutes: number },
  words: Words,
): PasskeyItem[] {
  const { t, locale } = words;
  return passkeys.map(({ passkeyId: id, createdAt, lastUsedAt, isBackedUp, ...made }) => {
    const place = placeInWords(made, words);
    // With its year: passkeys stay for long.
    const day = localDateOf(createdAt, at.displayOffsetMinutes);
    const date = formatDateRange(day, day, { locale });
    const what = t("passkeys.what", { place, date });
    return {
      id,
      place,
      facts: [
        t("passkeys.added", { date }),
        lastUsedAt === null
          ? t("passkeys.unused")
          : t("passkeys.used", { ago: formatAgo(at.now - lastUsedAt, words) }),
        isBackedUp ? t("passkeys.backedUp") : t("passkeys.notBackedUp"),
      ].join(" · "),
      what,
      removeAction: API_PATHS.passkey(id),
      removed: t("passkeys.removed", { what }),
    };
  });
}
