import { ReportBody } from "@/components/reports/report-body";
import sharing from "@/components/sharing/sharing.module.css";
import { Link } from "@/components/ui/link";
import type { Words } from "@/lib/i18n/translate";
import { writtenInGroups } from "@/lib/read-aloud-code";
import styles from "./worklist.module.css";

/** Before anybody shares: what to say to people, and the code that they need for it. */
export function WorklistEmpty({
  code,
  clinic,
  teamHref,
  words: { t },
}: {
  readonly code: string;
  readonly clinic: string;
  readonly teamHref: string;
  readonly words: Words;
}) {
  return (
    <ReportBody>
      <h1>{t("worklist.title")}</h1>
      <section className={styles.empty} aria-labelledby="nobody-yet">
        <h2 id="nobody-yet">{t("worklist.empty.nobody")}</h2>
        <p>{t("worklist.empty.code")}</p>
        <p className={sharing.code}>{writtenInGroups(code)}</p>
        <p>{t("worklist.empty.nobodyText", { clinic })}</p>
        <p>
          <Link href={teamHref}>{t("worklist.empty.team")}</Link>
        </p>
      </section>
    </ReportBody>
  );
}
