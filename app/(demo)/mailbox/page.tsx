import type { Metadata } from "next";
import { Mailbox } from "@/components/mailbox/mailbox";
import { env } from "@/lib/env";
import { loadWords } from "@/lib/i18n/loaders";
import { loadMailbox } from "@/lib/mail/loaders";
import { PATHS } from "@/lib/routes";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await loadWords()).t("mailbox.title") };
}

export default async function MailboxPage() {
  const [messages, words] = await Promise.all([loadMailbox(), loadWords()]);
  return <Mailbox messages={messages} origin={env().NEXTAUTH_URL} path={PATHS.mailbox} words={words} />;
}
