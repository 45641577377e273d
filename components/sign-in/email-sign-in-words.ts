import type { CodeFormWords } from "@/components/forms/code-form";
import type { Words } from "@/lib/i18n/translate";
import type { EmailSignInWords } from "./email-sign-in";

/** What stands in the text for the address, which only the browser knows. */
const ADDRESS = "\u0000";

/** What the form says, finished: it runs in the browser, which has no catalogue for it. */
export function emailSignInWords(words: Words): EmailSignInWords {
  const { t } = words;
  const [before = "", after = ""] = t("accounts.sent.text", { address: ADDRESS }).split(ADDRESS);
  return {
    address: t("accounts.email.address"),
    invalid: t("accounts.email.invalid"),
    send: t("accounts.email.send"),
    sending: t("accounts.email.sending"),
    sentTitle: t("accounts.sent.title"),
    sentTo: [before, after],
    again: t("accounts.sent.again"),
    other: t("accounts.sent.other"),
    spam: t("accounts.sent.spam"),
    asked: linkAskedWords(words),
  };
}

export function linkAskedWords({ t }: Words): CodeFormWords {
  return {
    label: t("accounts.sent.code"),
    hint: t("accounts.sent.hint"),
    invalid: t("accounts.sent.invalid"),
    submit: t("accounts.sent.open"),
    pending: t("accounts.sent.opening"),
  };
}
