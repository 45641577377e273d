import type { VerifiedBy } from "@/lib/accounts/schema";
import { type Instant, MINUTE_MS } from "@/lib/clock";
import { formatDateRange } from "@/lib/format/date";
import { formatDuration } from "@/lib/format/duration";
import { localDateOf } from "@/lib/glucose/local-time";
import type { Words } from "@/lib/i18n/translate";
import type { DataWindow, ShareTerms } from "@/lib/sharing/schema";
import type { LinkUse, OwnedShare, ShareView } from "@/lib/sharing/status";

/** When a page is read, and what the reader's clock is ahead of UTC. */
export interface ReaderClock {
  readonly now: Instant;
  readonly displayOffsetMinutes: number;
}

/** From here on "until" is a date; before, it is said how long it still lasts, which is right on every clock. */
const SOON_MINUTES = 2 * 24 * 60;

/** "All reports, with events (…), without notes and lab values". */
export function scopeInWords(
  { scope, withEvents, withNotes }: Pick<ShareView, "scope" | "withEvents" | "withNotes">,
  { t }: Words,
): string {
  if (scope === "summary") return t("sharing.what.summary");
  return [
    t("sharing.what.reports"),
    t(withEvents ? "sharing.what.events" : "sharing.what.noEvents"),
    t(withNotes ? "sharing.what.notes" : "sharing.what.noNotes"),
  ].join(", ");
}

/** "Always the last 90 days". */
export function windowInWords(window: DataWindow, { t, locale }: Words): string {
  if (window.kind === "all") return t("sharing.days.all");
  if (window.kind === "days") return t("sharing.days.last", { count: window.days });
  return t("sharing.days.from", { date: formatDateRange(window.date, window.date, { locale }) });
}

/** "Until Feb 8, 2027", seen by the owner or by whoever is let in. */
export function untilInWords(
  expiresAt: Instant | null,
  { clock, side }: { readonly clock: ReaderClock; readonly side: "owner" | "viewer" },
  words: Words,
): string {
  const { t } = words;
  if (expiresAt === null) return t(`sharing.until.${side}`);
  const minutes = (expiresAt - clock.now) / MINUTE_MS;
  if (minutes <= 0) return t("sharing.until.over");
  if (minutes <= SOON_MINUTES) return t("sharing.until.left", { duration: formatDuration(minutes) });
  return t("sharing.until.date", { date: dayInWords(expiresAt, clock, words) });
}

/** "Nov 10, 2026". */
export function dayInWords(
  instant: Instant,
  { displayOffsetMinutes }: ReaderClock,
  { locale }: Words,
): string {
  const date = localDateOf(instant, displayOffsetMinutes);
  return formatDateRange(date, date, { locale });
}

/** How it is known who somebody is. A provider is named by its host, as the address bar would. */
export function verifiedInWords(verifiedBy: VerifiedBy, { t }: Words): string {
  return verifiedBy.kind === "email"
    ? t("sharing.verified.email", { address: verifiedBy.address })
    : t("sharing.verified.oidc", { host: URL.parse(verifiedBy.issuer)?.host ?? verifiedBy.issuer });
}

/** What somebody is about to share with a clinic: which part, which days, and until when. */
export function termsInWords(
  { window, lasts, ...scope }: ShareTerms,
  words: Words,
): { readonly term: string; readonly text: string }[] {
  const { t } = words;
  return [
    { term: t("sharing.what.term"), text: scopeInWords(scope, words) },
    { term: t("sharing.days.term"), text: windowInWords(window, words) },
    { term: t("sharing.until.term"), text: t(`sharing.form.lastsFor.${lasts}`) },
  ];
}

/**
 * Who somebody is to the owner: a clinic or a person by their name, else the address that was invited, else whoever has the
 * code. Of a link nobody is known, so it has its own name.
 */
export function whoInWords(
  { kind, viewer, clinicName, words: { address, note } }: OwnedShare,
  { t }: Words,
): string {
  if (clinicName !== null) return clinicName;
  if (kind === "link") return note === null ? t("sharing.link.unnamed") : t("sharing.link.named", { note });
  return viewer?.name ?? address ?? t("sharing.ended.somebody");
}

/** "2 of 3 times". */
export function timesInWords(
  { opensUsed, opensMax }: Pick<LinkUse, "opensUsed" | "opensMax">,
  { t }: Words,
): string {
  return t("sharing.link.times", { used: String(opensUsed), max: opensMax });
}

/** How often a link was opened, and whether it can be again. */
export function openedInWords(link: Pick<LinkUse, "opensUsed" | "opensMax">, words: Words): string {
  const { t } = words;
  if (link.opensUsed === 0) return t("sharing.link.notYet", { max: link.opensMax });
  const times = timesInWords(link, words);
  return link.opensUsed < link.opensMax ? times : t("sharing.link.usedUp", { times });
}

/** How a share or an offer ended, as its owner is told. */
export function endInWords(
  {
    kind,
    endReason,
    activatedAt,
    isInvitation,
  }: Pick<OwnedShare, "kind" | "endReason" | "activatedAt" | "isInvitation">,
  { t }: Words,
): string {
  switch (endReason) {
    case "withdrawn":
      return t("sharing.ended.withdrawn");
    case "declined":
      return t(isInvitation ? "sharing.ended.declined" : "sharing.ended.notLetIn");
    case "left":
      if (kind === "clinic") return t("sharing.ended.clinicGone");
      return t(activatedAt === null ? "sharing.ended.tookBack" : "sharing.ended.left");
    case "expired":
      return t(activatedAt === null ? "sharing.ended.notTaken" : "sharing.ended.expired");
    case "revoked":
    case null:
      return t("sharing.ended.revoked");
  }
}
