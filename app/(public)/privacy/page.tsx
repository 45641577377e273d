import type { Metadata } from "next";
import { COPY_HOURS } from "@/components/offline/sealed-copy";
import { delayInWords } from "@/components/time/delay-words";
import { Article } from "@/components/ui/article";
import { OperatorText } from "@/components/ui/operator-text";
import { env } from "@/lib/env";
import { loadWords } from "@/lib/i18n/loaders";
import type { Words } from "@/lib/i18n/translate";
import { readOperatorText } from "@/lib/operator-text";
import { type Site, site } from "@/lib/site";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await loadWords()).t("pages.privacy.title") };
}

export default async function PrivacyPage() {
  const [words, own] = await Promise.all([loadWords(), readOperatorText(env().PRIVACY_TEXT_FILE)]);
  return (
    <Article title={words.t("pages.privacy.title")}>
      {own ? <OperatorText blocks={own} /> : <DefaultPrivacy site={site()} words={words} />}
    </Article>
  );
}

/** What is true of every installation. An operator's own text replaces it. */
function DefaultPrivacy({
  site: { operator, support, delayMinutes, keyBackupDays, simulated },
  words,
}: {
  readonly site: Site;
  readonly words: Words;
}) {
  const { t } = words;
  const chapters = [
    ["read", t("pages.privacy.read.text", { delay: delayInWords(delayMinutes, words) })],
    ["own", t("pages.privacy.own.text")],
    ["used", t("pages.privacy.used.text")],
    ["others", t("pages.privacy.others.text")],
    ["links", t("pages.privacy.links.text")],
    ["signIn", t("pages.privacy.signIn.text")],
    ["kept", t("pages.privacy.kept.text")],
    ["long", t("pages.privacy.long.text", { days: keyBackupDays })],
    ["back", t("pages.privacy.back.text")],
    ["cookies", t("pages.privacy.cookies.text", { hours: String(COPY_HOURS) })],
    ["questions", support === null ? t("pages.noContact") : t("pages.contact", { contact: support })],
  ] as const;
  return (
    <>
      <p>
        {t("pages.privacy.intro")}{" "}
        {operator === null ? t("pages.privacy.noOperator") : t("pages.privacy.operator", { operator })}
        {simulated ? ` ${t("pages.privacy.simulated")}` : ""}
      </p>
      {chapters.map(([chapter, text]) => (
        <section key={chapter}>
          <h2>{t(`pages.privacy.${chapter}.title`)}</h2>
          <p>{text}</p>
        </section>
      ))}
    </>
  );
}
