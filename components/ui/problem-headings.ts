import type { Words } from "@/lib/i18n/translate";
import type { ProblemHeadings } from "./problem-page";

export function problemHeadings({ t }: Words): ProblemHeadings {
  return {
    happened: t("pages.says.happened"),
    meaning: t("pages.says.meaning"),
    todo: t("pages.says.todo"),
  };
}
