import type { ConnectionView, StopReason, SyncOutcome, SyncRunView } from "@/lib/connections/status";
import { formatDateTime } from "@/lib/format/date";
import { formatNumber } from "@/lib/format/number";
import type { Words } from "@/lib/i18n/translate";

/** The one place where the state of a connection becomes words: what is so, what it means, what to do. */

interface StateWords {
  readonly title: string;
  readonly meaning: string;
}

const STOPPED = {
  revoked: "revoked",
  interrupted: "interrupted",
  "wrong-account": "wrongAccount",
  "not-permitted": "notPermitted",
  disconnected: "disconnected",
} as const satisfies Record<StopReason, string>;

export function stateWords(
  { status, reason }: Pick<ConnectionView, "status" | "reason">,
  { t }: Words,
): StateWords {
  const state = status === "reconnect-needed" ? STOPPED[reason ?? "revoked"] : status;
  return { title: t(`states.connection.${state}.title`), meaning: t(`states.connection.${state}.meaning`) };
}

/** What somebody asks who reads that: a refusal may lie in the region, all else in how the connection works. */
export function stateQuestion({ status, reason }: Pick<ConnectionView, "status" | "reason">) {
  return status === "reconnect-needed" && reason === "not-permitted" ? "regions" : "connection";
}

const OUTCOMES = {
  complete: "complete",
  "more-to-come": "moreToCome",
  "upstream-busy": "upstreamBusy",
  "upstream-down": "upstreamDown",
  "upstream-malformed": "upstreamMalformed",
  reauthorise: "reauthorise",
  superseded: "superseded",
  failed: "failed",
} as const satisfies Record<SyncOutcome, string>;

export function outcomeWords(run: Pick<SyncRunView, "outcome" | "finishedAt">, { t }: Words): string {
  if (run.outcome !== null) return t(`states.outcome.${OUTCOMES[run.outcome]}`);
  return t(run.finishedAt === null ? "states.outcome.running" : "states.outcome.ended");
}

export function triggerWords(trigger: SyncRunView["trigger"], { t }: Words): string {
  return t(`states.trigger.${trigger}`);
}

const COUNTS = ["added", "changed", "removed", "quarantined", "withheld"] as const;

/** "12 added, 1 changed", or "Nothing new". Set aside: records that could not be understood, kept out and counted. */
export function countWords(run: SyncRunView, { t, locale }: Words): string {
  const words = COUNTS.filter((name) => run[name] > 0).map((name) =>
    t(`states.records.${name}`, { count: formatNumber(run[name], 0, locale) }),
  );
  return words.length > 0 ? words.join(", ") : run.finishedAt === null ? "—" : t("states.records.none");
}

/** An instant as the person's clock showed it, or what to say when it never came. */
export function timeOr(
  instant: number | null,
  otherwise: string,
  { displayOffsetMinutes, locale }: { readonly displayOffsetMinutes: number; readonly locale: string },
): string {
  return instant === null ? otherwise : formatDateTime(instant, displayOffsetMinutes, { locale });
}
