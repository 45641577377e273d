import type { Verdict } from "@/lib/glucose/verdict";
import { wordsFor } from "@/lib/i18n/words";
import { withheldReason, withheldUntil } from "./verdict-words";
import styles from "./withheld.module.css";

/** Instead of a figure that the data does not carry: a dash, the reason, and when it will be there. */
export function Withheld({
  verdict,
  locale,
}: {
  readonly verdict: Extract<Verdict, { status: "insufficient" }>;
  readonly locale: string;
}) {
  return (
    <>
      <p className={styles.dash}>
        <span aria-hidden="true">—</span>
        <span className="visually-hidden">{wordsFor(locale).t("states.verdict.notShown")}</span>
      </p>
      <p className={styles.reason}>{withheldReason(verdict, locale)}</p>
      <p className={styles.reason}>{withheldUntil(verdict, locale)}</p>
    </>
  );
}
