import { BareShell } from "@/components/layout/bare-shell";
import { buttonLook } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { problemHeadings } from "@/components/ui/problem-headings";
import { ProblemPage } from "@/components/ui/problem-page";
import { loadWords } from "@/lib/i18n/loaders";
import { PATHS } from "@/lib/routes";

/** For a clinic that is unknown or not one's own, and for a list that cannot be shown: the same words for all of them. */
export default async function ClinicNotFound() {
  const words = await loadWords();
  const { t } = words;
  return (
    <BareShell homeHref={PATHS.home} skipLabel={t("pages.skip")}>
      <ProblemPage
        headings={problemHeadings(words)}
        title={t("worklist.cannotShow.title")}
        meaning={t("worklist.cannotShow.meaning")}
        todo={t("worklist.cannotShow.todo")}
        actions={
          <Link href={PATHS.allClinics} className={buttonLook({ tone: "primary" })}>
            {t("worklist.cannotShow.clinics")}
          </Link>
        }
      />
    </BareShell>
  );
}
