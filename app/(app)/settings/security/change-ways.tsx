import { ConfirmFirst } from "@/components/account/confirm-first";
import { RemoveWayIn } from "@/components/account/remove-way-in";
import { EmailSignIn } from "@/components/sign-in/email-sign-in";
import { emailSignInWords, linkAskedWords } from "@/components/sign-in/email-sign-in-words";
import { MailboxNote } from "@/components/sign-in/mailbox-note";
import { OidcButton } from "@/components/sign-in/oidc-button";
import { ownOidcWords } from "@/components/sign-in/oidc-words";
import { PasskeyButton } from "@/components/sign-in/passkey-button";
import { passkeyWords } from "@/components/sign-in/passkey-words";
import { buttonLook } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import type { AccountPage } from "@/lib/accounts/loaders";
import { mayRemove } from "@/lib/accounts/status";
import { RECENT_SIGN_IN_MS } from "@/lib/auth/limits";
import { oidcChoice } from "@/lib/auth/oidc-settings";
import { passkeySite } from "@/lib/auth/passkey-settings";
import { MINUTE_MS } from "@/lib/clock";
import { env } from "@/lib/env";
import type { Words } from "@/lib/i18n/translate";
import { mailDelivery } from "@/lib/mail/delivery-kind";
import { API_PATHS, PATHS } from "@/lib/routes";

const RECENT_MINUTES = RECENT_SIGN_IN_MS / MINUTE_MS;

/** Adds and removes ways in, once the person has proved lately who they are. */
export function ChangeWays({ page }: { readonly page: AccountPage }) {
  if (!page.isRecent) return <ConfirmItIsYou page={page} />;
  const { t } = page.words;
  return (
    <>
      <p className="muted">{t("accounts.confirm.recent", { minutes: RECENT_MINUTES })}</p>
      <AddressPart {...page} />
      <OrganisationPart {...page} />
      {page.account.hasDexcom ? null : (
        <>
          <h3>{t("accounts.ways.dexcom")}</h3>
          <p>{t("accounts.ways.dexcomAdd")}</p>
          <p>
            <Link href={PATHS.joinDexcom} className={buttonLook({})}>
              {t("accounts.ways.dexcomGo")}
            </Link>
          </p>
        </>
      )}
    </>
  );
}

const CONFIRM_WITH_PASSKEY = {
  askAction: API_PATHS.askForPasskey,
  ask: { purpose: "confirm" },
  answerAction: API_PATHS.answerPasskey,
} as const;

/** The ways in which this person can prove again who they are. */
export function ConfirmItIsYou({ page: { account, words } }: { readonly page: AccountPage }) {
  const delivery = mailDelivery(env());
  const hasPasskey = account.passkeys > 0 && passkeySite(env()) !== null;
  return (
    <ConfirmFirst
      passkey={
        hasPasskey ? (
          <PasskeyButton
            trip={CONFIRM_WITH_PASSKEY}
            tone="primary"
            size="medium"
            words={passkeyWords(words, "confirm")}
          />
        ) : null
      }
      dexcomAction={account.hasDexcom ? API_PATHS.connect : null}
      askAction={account.email && delivery !== "none" ? API_PATHS.askForLink : null}
      openAction={API_PATHS.openLink}
      words={confirmWords(words)}
      mailbox={delivery === "mailbox" ? <MailboxNote words={words} /> : null}
      otherWay={
        account.hasDexcom || account.email || hasPasskey ? null : (
          <p className="muted">{words.t("accounts.confirm.oidc")}</p>
        )
      }
    />
  );
}

/** The address: added, exchanged or removed. */
function AddressPart({ account, words }: AccountPage) {
  const { t } = words;
  const delivery = mailDelivery(env());
  return (
    <>
      <h3>{t("accounts.ways.email")}</h3>
      {delivery === "none" ? (
        <p>{t("refusals.codes.no-mail")}</p>
      ) : (
        <EmailSignIn
          askAction={API_PATHS.askForLink}
          openAction={API_PATHS.openLink}
          purpose="add-address"
          words={emailSignInWords(words)}
          mailbox={delivery === "mailbox" ? <MailboxNote words={words} /> : null}
        />
      )}
      {mayRemove(account, "email") ? (
        <RemoveWayIn action={API_PATHS.address} words={removeWords(words, "accounts.ways.remove")} />
      ) : null}
      {account.email !== null && !mayRemove(account, "email") ? (
        <p className="muted">{t("accounts.ways.only")}</p>
      ) : null}
    </>
  );
}

/** The account where the person works: added or removed. Nothing where the site knows no organisation. */
function OrganisationPart({ account, words }: AccountPage) {
  const { t } = words;
  const oidc = oidcChoice(env());
  if (oidc === null && !account.hasOidc) return null;
  return (
    <>
      <h3>{t("accounts.ways.oidc")}</h3>
      {oidc === null || account.hasOidc ? null : (
        <>
          <p>{t("accounts.ways.oidcAdd", { name: oidc.name })}</p>
          <OidcButton action={API_PATHS.ownOidc} words={ownOidcWords(words, oidc)} />
        </>
      )}
      {mayRemove(account, "oidc") ? (
        <RemoveWayIn action={API_PATHS.ownOidc} words={removeWords(words, "accounts.ways.oidcRemove")} />
      ) : null}
      {account.hasOidc && !mayRemove(account, "oidc") ? (
        <p className="muted">{t("accounts.ways.oidcOnly")}</p>
      ) : null}
    </>
  );
}

function removeWords({ t }: Words, remove: "accounts.ways.remove" | "accounts.ways.oidcRemove") {
  return { remove: t(remove), removing: t("accounts.ways.removing"), removed: t("accounts.ways.removed") };
}

function confirmWords(words: Words) {
  const { t } = words;
  return {
    title: t("accounts.confirm.title"),
    text: t("accounts.confirm.text", { minutes: RECENT_MINUTES }),
    dexcom: t("accounts.confirm.dexcom"),
    dexcomText: t("accounts.confirm.dexcomText"),
    leaving: t("accounts.confirm.leaving"),
    email: t("accounts.confirm.email"),
    sending: t("accounts.confirm.sending"),
    sent: t("accounts.confirm.sent"),
    asked: linkAskedWords(words),
  };
}
