import type { Verdict } from "@/lib/glucose/verdict";
import type { Words } from "@/lib/i18n/translate";
import { withheldReason, withheldUntil } from "./verdict-words";
import styles from "./withheld.module.css";

/** Instead of a figure that the data does not carry: a dash, the reason, and when it will be there. */
export function Withheld({
  verdict,
  words,
}: {
  readonly verdict: Extract<Verdict, { status: "insufficient" }>;
  readonly words: Words;
}) {
  return (
    <>
      <p className={styles.dash}>
        <span aria-hidden="true">—</span>
        <span className="visually-hidden">{words.t("states.verdict.notShown")}</span>
      </p>
      <p className={styles.reason}>{withheldReason(verdict, words)}</p>
      <p className={styles.reason}>{withheldUntil(verdict, words)}</p>
    </>
  );
}
