import type { ReactNode } from "react";
import type { Words } from "@/lib/i18n/translate";
import { PATHS } from "@/lib/routes";

/** Where a demo's messages are read: it has no mail server. */
export function MailboxNote({ words: { t } }: { readonly words: Words }) {
  return <p>{t.rich("accounts.sent.mailbox", { link: linkToMailbox })}</p>;
}

/** Beside the page, where the code is waited for. */
function linkToMailbox(text: ReactNode): ReactNode {
  return (
    <a href={PATHS.mailbox} target="_blank" rel="noopener">
      {text}
    </a>
  );
}
