import type { ConnectionView, StopReason, SyncOutcome, SyncRunView } from "@/lib/connections/status";
import { formatDateTime } from "@/lib/format/date";
import { formatNumber } from "@/lib/format/number";

/** The one place where the state of a connection becomes words: what is so, what it means, what to do. */

interface StateWords {
  readonly title: string;
  readonly meaning: string;
}

const STOPPED: Readonly<Record<StopReason, StateWords>> = {
  revoked: {
    title: "Dexcom no longer lets Hindsight read your data",
    meaning: "The permission was taken back or has run out at Dexcom. Everything read so far is still here.",
  },
  interrupted: {
    title: "The connection was interrupted",
    meaning:
      "Dexcom's new permission could not be saved in time, so it cannot be used any more. Everything read so far is still here.",
  },
  "wrong-account": {
    title: "That was another Dexcom account",
    meaning: "Data of two people is never mixed. Reconnect with the account that this data belongs to.",
  },
  "not-permitted": {
    title: "Dexcom did not permit reading this data",
    meaning: "The account may have data sharing turned off, or lies in another region.",
  },
  disconnected: {
    title: "Dexcom is disconnected",
    meaning: "Nothing is read from Dexcom. What you chose to keep is still here.",
  },
};

export function stateWords({ status, reason }: Pick<ConnectionView, "status" | "reason">): StateWords {
  switch (status) {
    case "importing":
      return {
        title: "Connected, your history is arriving",
        meaning: "The newest days come first. You can use the reports meanwhile.",
      };
    case "active":
      return {
        title: "Connected",
        meaning: "New readings are fetched by themselves as Dexcom makes them available.",
      };
    case "retrying":
      return {
        title: "Connected, Dexcom does not answer right now",
        meaning:
          "Hindsight keeps trying. Nothing is lost: what is missing is fetched once Dexcom answers again.",
      };
    case "reconnect-needed":
      return STOPPED[reason ?? "revoked"];
    case "disconnected":
      return STOPPED.disconnected;
  }
}

const OUTCOMES: Readonly<Record<SyncOutcome, string>> = {
  complete: "Complete",
  "more-to-come": "More to come",
  "upstream-busy": "Dexcom asked to wait",
  "upstream-down": "Dexcom did not answer",
  "upstream-malformed": "Dexcom's answer could not be read",
  reauthorise: "Permission needed again",
  superseded: "Continued by another run",
  failed: "Stopped by an error on our side",
};

export function outcomeWords(run: Pick<SyncRunView, "outcome" | "finishedAt">): string {
  if (run.outcome !== null) return OUTCOMES[run.outcome];
  return run.finishedAt === null ? "Running" : "Ended";
}

export const TRIGGERS: Readonly<Record<SyncRunView["trigger"], string>> = {
  first: "First import",
  scheduled: "Automatic",
  manual: "Sync now",
};

/** "12 added, 1 changed", or "Nothing new". Set aside: records that could not be understood, kept out and counted. */
export function countWords(run: SyncRunView, locale: string): string {
  const parts = [
    [run.added, "added"],
    [run.changed, "changed"],
    [run.removed, "removed"],
    [run.quarantined, "set aside as unreadable"],
    [run.withheld, "too new, withheld"],
  ] as const;
  const words = parts
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${formatNumber(count, 0, locale)} ${word}`);
  return words.length > 0 ? words.join(", ") : run.finishedAt === null ? "—" : "Nothing new";
}

/** An instant as the person's clock showed it, or what to say when it never came. */
export function timeOr(
  instant: number | null,
  otherwise: string,
  { displayOffsetMinutes, locale }: { readonly displayOffsetMinutes: number; readonly locale: string },
): string {
  return instant === null ? otherwise : formatDateTime(instant, displayOffsetMinutes, { locale });
}
