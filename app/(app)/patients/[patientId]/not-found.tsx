import { BareShell } from "@/components/layout/bare-shell";
import { buttonLook } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { problemHeadings } from "@/components/ui/problem-headings";
import { ProblemPage } from "@/components/ui/problem-page";
import { formatNumber } from "@/lib/format/number";
import { PERIOD_PRESETS_DAYS, SUMMARY_DAYS_MAX } from "@/lib/glucose/period";
import { loadWords } from "@/lib/i18n/loaders";
import { PATHS, reportPath } from "@/lib/routes";

/** For a person that is unknown or not yours, and for dates or options that cannot be shown: what would work instead. */
export default async function PatientNotFound() {
  const words = await loadWords();
  const { t, locale } = words;
  return (
    <BareShell homeHref={PATHS.home} skipLabel={t("pages.skip")}>
      <ProblemPage
        headings={problemHeadings(words)}
        title={t("states.cannotShow.title")}
        meaning={t("states.cannotShow.meaning", {
          presets: PERIOD_PRESETS_DAYS.join(", "),
          max: formatNumber(SUMMARY_DAYS_MAX, 0, locale),
        })}
        todo={t("states.cannotShow.todo")}
        actions={
          <Link href={reportPath.overview("me")} className={buttonLook({ tone: "primary" })}>
            {t("states.cannotShow.latest")}
          </Link>
        }
      />
    </BareShell>
  );
}
