import type { Env } from "@/lib/env";

/** The settings that decide where messages go. */
export type MailSettings = Pick<Env, "HINDSIGHT_MODE" | "SMTP_URL" | "MAIL_FROM">;

/**
 * Where messages go: to a mail server; to the page that shows everybody everything, which only a demo may have; or
 * nowhere, and then nothing that needs a message is offered.
 */
export type MailDelivery = "smtp" | "mailbox" | "none";

export function mailDelivery(settings: Pick<MailSettings, "HINDSIGHT_MODE" | "SMTP_URL">): MailDelivery {
  if (settings.SMTP_URL !== undefined) return "smtp";
  return settings.HINDSIGHT_MODE === "production" ? "none" : "mailbox";
}
