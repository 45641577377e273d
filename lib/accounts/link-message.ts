import type { Words } from "@/lib/i18n/translate";
import { writtenInGroups } from "@/lib/read-aloud-code";
import { PATHS } from "@/lib/routes";
import { LINK_MINUTES_MAX, type LinkPurpose } from "./schema";

/**
 * The message with a one-time link and code. The token stands behind a #: what follows it stays in the browser, out of
 * every server's log.
 */
export function linkMessage(
  {
    purpose,
    token,
    code,
    origin,
  }: {
    readonly purpose: LinkPurpose;
    readonly token: string;
    readonly code: string;
    readonly origin: string;
  },
  { t }: Words,
): { readonly subject: string; readonly text: string } {
  const { host } = new URL(origin);
  const paragraphs = [
    t(`accounts.message.why.${purpose}`, { host }),
    `${t("accounts.message.link")}\n${origin}${PATHS.openLink}#${token}`,
    `${t("accounts.message.code")}\n${writtenInGroups(code)}`,
    t("accounts.message.limits", { minutes: LINK_MINUTES_MAX }),
    t("accounts.message.ignore"),
  ];
  return { subject: t(`accounts.message.subject.${purpose}`), text: `${paragraphs.join("\n\n")}\n` };
}
