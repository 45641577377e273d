import type { ReactNode } from "react";
import { Question } from "@/components/help/question";
import { delayInWords } from "@/components/time/delay-words";
import { Link } from "@/components/ui/link";
import { withFullStop } from "@/lib/i18n/full-stop";
import type { Words } from "@/lib/i18n/translate";
import { PATHS } from "@/lib/routes";
import type { Site } from "@/lib/site";

/** Everything that the consent page says, finished: the panel runs in the browser, which has no catalogue for it. */
export interface ConsentWords {
  readonly terms: readonly { readonly term: string; readonly text: ReactNode }[];
  readonly whose: string;
  readonly grantors: readonly { readonly value: "self" | "guardian"; readonly label: string }[];
  readonly missing: string;
  readonly agree: ReactNode;
  readonly go: string;
  readonly notNow: string;
  readonly pending: string;
}

export function consentWords(
  words: Words,
  { environment, delayMinutes, keyBackupDays }: Pick<Site, "environment" | "delayMinutes" | "keyBackupDays">,
): ConsentWords {
  const { t } = words;
  const asked = (text: string, about: "ending" | "regions") => (
    <>
      {text} <Question about={about} words={words} />
    </>
  );
  return {
    terms: [
      { term: t("pages.consent.read.term"), text: t("pages.consent.read.text") },
      { term: t("pages.consent.why.term"), text: t("pages.consent.why.text") },
      {
        term: t("pages.consent.age.term"),
        text:
          delayMinutes === 0
            ? t("pages.consent.age.none")
            : t("pages.consent.age.late", { delay: delayInWords(delayMinutes, words) }),
      },
      { term: t("pages.consent.kept.term"), text: t("pages.consent.kept.text", { days: keyBackupDays }) },
      { term: t("pages.consent.back.term"), text: asked(t("pages.consent.back.text"), "ending") },
      {
        term: t("pages.consent.whom.term"),
        text: asked(withFullStop(t(`pages.region.${environment}`)), "regions"),
      },
    ],
    whose: t("pages.consent.whose"),
    grantors: (["self", "guardian"] as const).map((value) => ({ value, label: t(`pages.consent.${value}`) })),
    missing: t("pages.consent.missing"),
    agree: t.rich("pages.consent.agree", {
      terms: (text) => (
        <Link key="terms" href={PATHS.terms}>
          {text}
        </Link>
      ),
      privacy: (text) => (
        <Link key="privacy" href={PATHS.privacy}>
          {text}
        </Link>
      ),
    }),
    go: t("pages.consent.go"),
    notNow: t("pages.consent.notNow"),
    pending: t("pages.consent.pending"),
  };
}
