import { redirect } from "next/navigation";
import { currentSession, requireUserOrSignIn } from "@/lib/auth";
import { isRecentlyConfirmed } from "@/lib/auth/data";
import { loadWords } from "@/lib/i18n/loaders";
import type { Words } from "@/lib/i18n/translate";
import { PATHS } from "@/lib/routes";
import { accountOf } from "./data";
import { passkeysOf } from "./data-passkeys";
import type { Account, PasskeyView } from "./status";

/** What every page about the signed-in person themselves needs, whether they hold a patient's data or not. */
export interface AccountPage {
  readonly userId: string;
  readonly account: Account;
  /** Whether they proved who they are so lately that ways in may be joined and removed. */
  readonly isRecent: boolean;
  readonly words: Words;
}

/** The passkeys of the person who asks; to the sign-in page without a session. */
export async function loadPasskeys(): Promise<readonly PasskeyView[]> {
  const { userId } = await requireUserOrSignIn();
  return passkeysOf(userId);
}

export async function loadAccountPage(): Promise<AccountPage> {
  const { userId } = await requireUserOrSignIn();
  const session = await currentSession();
  const account = await accountOf(userId);
  if (session === null || account === null) redirect(PATHS.signIn);
  return {
    userId,
    account,
    isRecent: await isRecentlyConfirmed(session.sessionId),
    words: await loadWords(),
  };
}
