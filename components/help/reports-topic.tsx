import { Link } from "@/components/ui/link";
import type { Words } from "@/lib/i18n/translate";
import { VIEWS, viewPath } from "@/lib/routes";
import { Terms, Topic } from "./topic";

/** A paragraph for each view, under a link to the reader's own. */
export function ReportsTopic({ words }: { readonly words: Words }) {
  const { t } = words;
  return (
    <Topic topic="reports" words={words}>
      <p>{t("help.reports.intro")}</p>
      <Terms
        items={VIEWS.map((view) => ({
          term: <Link href={viewPath("me", view)}>{t(`shell.views.${view}`)}</Link>,
          text: t(`help.reports.${view}`),
        }))}
      />
    </Topic>
  );
}
