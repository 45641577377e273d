import { notFound } from "next/navigation";
import { cache } from "react";
import { env } from "@/lib/env";
import { type MailboxMessage, mailboxMessages } from "./data";
import { mailDelivery } from "./delivery-kind";

/** The mailbox of a demo. Nobody signs in for it; in production, or with a mail server, there is no such page. */
export const loadMailbox = cache((): Promise<readonly MailboxMessage[]> => {
  if (mailDelivery(env()) !== "mailbox") notFound();
  return mailboxMessages();
});
