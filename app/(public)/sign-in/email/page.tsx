import type { Metadata } from "next";
import { ReportBody } from "@/components/reports/report-body";
import { ReportHeader } from "@/components/reports/report-header";
import { EmailSignIn } from "@/components/sign-in/email-sign-in";
import { emailSignInWords } from "@/components/sign-in/email-sign-in-words";
import { MailboxNote } from "@/components/sign-in/mailbox-note";
import { OidcButton } from "@/components/sign-in/oidc-button";
import { oidcWords } from "@/components/sign-in/oidc-words";
import { PasskeySignIn } from "@/components/sign-in/passkey-sign-in";
import { linkTo } from "@/components/ui/link-to";
import { oidcChoice } from "@/lib/auth/oidc-settings";
import { passkeySite } from "@/lib/auth/passkey-settings";
import { env } from "@/lib/env";
import { loadWords } from "@/lib/i18n/loaders";
import { mailDelivery } from "@/lib/mail/delivery-kind";
import { API_PATHS, PATHS } from "@/lib/routes";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await loadWords()).t("accounts.email.title") };
}

/** The way in for everybody whose glucose it is not. */
export default async function EmailSignInPage() {
  const words = await loadWords();
  const { t } = words;
  const delivery = mailDelivery(env());
  const oidc = oidcChoice(env());
  const toDexcom = { link: linkTo(PATHS.signIn) };
  return (
    <ReportBody>
      <ReportHeader title={t("accounts.email.title")} facts={t("accounts.email.facts")} />
      {passkeySite(env()) === null ? null : <PasskeySignIn words={words} />}
      {oidc ? <OidcButton action={API_PATHS.oidc} words={oidcWords(words, oidc)} /> : null}
      {delivery === "none" ? (
        <p className="muted">{t.rich("accounts.email.off", toDexcom)}</p>
      ) : (
        <>
          <EmailSignIn
            askAction={API_PATHS.askForLink}
            openAction={API_PATHS.openLink}
            purpose="sign-in"
            words={emailSignInWords(words)}
            mailbox={delivery === "mailbox" ? <MailboxNote words={words} /> : null}
          />
          <p className="muted">{t.rich("accounts.email.dexcom", toDexcom)}</p>
        </>
      )}
    </ReportBody>
  );
}
