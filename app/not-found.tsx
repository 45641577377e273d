import { BareShell } from "@/components/layout/bare-shell";
import { buttonLook } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { problemHeadings } from "@/components/ui/problem-headings";
import { ProblemPage } from "@/components/ui/problem-page";
import { loadWords } from "@/lib/i18n/loaders";
import { PATHS } from "@/lib/routes";

export default async function NotFound() {
  const words = await loadWords();
  const { t } = words;
  return (
    <BareShell homeHref={PATHS.home} skipLabel={t("pages.skip")}>
      <ProblemPage
        headings={problemHeadings(words)}
        title={t("pages.notFound.title")}
        meaning={t("pages.notFound.meaning")}
        todo={t("pages.notFound.todo")}
        actions={
          <Link href={PATHS.home} className={buttonLook({ tone: "primary" })}>
            {t("pages.notFound.start")}
          </Link>
        }
      />
    </BareShell>
  );
}
