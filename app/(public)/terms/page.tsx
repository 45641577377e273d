import type { Metadata } from "next";
import { delayInWords } from "@/components/time/delay-words";
import { Article } from "@/components/ui/article";
import { OperatorText } from "@/components/ui/operator-text";
import { env } from "@/lib/env";
import { loadWords } from "@/lib/i18n/loaders";
import type { Words } from "@/lib/i18n/translate";
import { readOperatorText } from "@/lib/operator-text";
import { type Site, site } from "@/lib/site";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await loadWords()).t("pages.terms.title") };
}

export default async function TermsPage() {
  const [words, own] = await Promise.all([loadWords(), readOperatorText(env().TERMS_TEXT_FILE)]);
  return (
    <Article title={words.t("pages.terms.title")}>
      {own ? <OperatorText blocks={own} /> : <DefaultTerms site={site()} words={words} />}
    </Article>
  );
}

/** What holds for every installation. An operator's own text replaces it. */
function DefaultTerms({
  site: { operator, support, delayMinutes },
  words,
}: {
  readonly site: Site;
  readonly words: Words;
}) {
  const { t } = words;
  return (
    <>
      <h2>{t("pages.terms.purpose.title")}</h2>
      <p>{t("pages.terms.purpose.text", { delay: delayInWords(delayMinutes, words) })}</p>
      <h2>{t("pages.terms.not.title")}</h2>
      <p>{t("pages.terms.not.text")}</p>
      <h2>{t("pages.terms.whose.title")}</h2>
      <p>{t("pages.terms.whose.text")}</p>
      <h2>{t("pages.terms.who.title")}</h2>
      <p>
        {operator === null ? t("pages.terms.who.noOperator") : t("pages.terms.who.operator", { operator })}{" "}
        {t("pages.terms.who.dexcom")}
        {support === null ? "" : ` ${t("pages.contact", { contact: support })}`}
      </p>
    </>
  );
}
