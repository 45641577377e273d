import type { Words } from "@/lib/i18n/translate";
import { API_PATHS } from "@/lib/routes";
import { PasskeyButton } from "./passkey-button";
import { passkeyWords } from "./passkey-words";
import styles from "./sign-in.module.css";

const TRIP = {
  askAction: API_PATHS.askForPasskey,
  ask: { purpose: "sign-in" },
  answerAction: API_PATHS.answerPasskey,
} as const;

/** Signing in with a passkey: the person chooses one on their device, and types nothing. */
export function PasskeySignIn({
  size = "large",
  words,
}: {
  readonly size?: "medium" | "large";
  readonly words: Words;
}) {
  return <PasskeyButton trip={TRIP} size={size} words={passkeyWords(words, "signIn")} />;
}

/** The same for somebody who is about to go to Dexcom, and need not. */
export function PasskeyInstead({ words }: { readonly words: Words }) {
  return (
    <div className={styles.instead}>
      <p className="muted">{words.t("passkeys.instead")}</p>
      <PasskeySignIn size="medium" words={words} />
    </div>
  );
}
