import type { Words } from "@/lib/i18n/translate";
import type { DeviceProblem } from "./device-passkey";

/** What a button for a passkey says, finished: it runs in the browser, which has no catalogue for it. */
export interface PasskeyWords {
  readonly go: string;
  readonly pending: string;
  readonly done: string;
  readonly unsupported: string;
  readonly problems: Readonly<Record<DeviceProblem, string>>;
}

export function passkeyWords({ t }: Words, use: "signIn" | "confirm" | "add"): PasskeyWords {
  return {
    go: t(`passkeys.go.${use}`),
    pending: t("passkeys.pending"),
    done: use === "add" ? t("passkeys.addDone") : t("passkeys.done"),
    unsupported: t("passkeys.unsupported"),
    problems: {
      cancelled: t("passkeys.cancelled"),
      held: t("passkeys.held"),
      failed: t("passkeys.failed"),
    },
  };
}
