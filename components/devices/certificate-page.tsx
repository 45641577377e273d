import type { ReactNode } from "react";
import { ReportBody } from "@/components/reports/report-body";
import { buttonLook } from "@/components/ui/button";
import { ChoiceLinks } from "@/components/ui/choice-links";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { CERTIFICATE_DAYS } from "@/lib/glucose/wear-certificate";
import { withQuery } from "@/lib/routes";
import { PrintButton } from "./print-button";
import { WearCertificate, type WearCertificateProps } from "./wear-certificate";
import styles from "./wear-certificate.module.css";

/** The sheet with what is around it on the screen: which days, printing, the way back. */
export function CertificatePage({
  certificate,
  days,
  path,
  kept,
  backHref,
  state,
  words,
  ...props
}: Omit<WearCertificateProps, "certificate"> & {
  /** Null while the first import runs. */
  readonly certificate: WearCertificateProps["certificate"] | null;
  readonly days: (typeof CERTIFICATE_DAYS)[number];
  readonly path: string;
  /** What its address keeps beside the days. */
  readonly kept: Readonly<Record<string, string>>;
  readonly backHref: string;
  readonly state: ReactNode;
}) {
  const { t } = words;
  return (
    <ReportBody>
      {state}
      <div className={styles.tools}>
        <Link href={backHref} className={buttonLook({ tone: "quiet" })}>
          {t("certificate.back")}
        </Link>
        <ChoiceLinks
          label={t("certificate.choose")}
          choices={CERTIFICATE_DAYS.map((count) => ({
            id: count,
            label: t("certificate.days", { count }),
            href: withQuery(path, { days: count, ...kept }),
          }))}
          current={days}
        />
        {certificate === null ? null : <PrintButton label={t("certificate.print")} />}
      </div>
      {certificate === null ? (
        <>
          <h1>{t("certificate.title")}</h1>
          <Notice icon="clock" title={t("certificate.importing")}>
            <p>{t("certificate.importingMeaning")}</p>
          </Notice>
        </>
      ) : (
        <WearCertificate {...props} certificate={certificate} words={words} />
      )}
    </ReportBody>
  );
}
