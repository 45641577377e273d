import type { Instant } from "@/lib/clock";
import { inSystemTransaction, type TransactionOptions } from "@/lib/db/context";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { type MailSettings, mailDelivery } from "./delivery-kind";
import type { MailContent } from "./schema";
import { openMail } from "./sealed-mail";

/** A message as the mailbox of a demo shows it. */
export interface MailboxMessage extends MailContent {
  readonly id: string;
  readonly queuedAt: Instant;
  /** By the database's clock, when it was read. */
  readonly ageMinutes: number;
}

const MESSAGES_MAX = 100;

/**
 * The messages that are still of use, newest first. They are everybody's, so this refuses wherever the mailbox is not
 * the place that messages go to.
 */
export async function mailboxMessages({
  settings = env(),
  ...options
}: TransactionOptions & {
  readonly settings?: Pick<MailSettings, "HINDSIGHT_MODE" | "SMTP_URL">;
} = {}): Promise<readonly MailboxMessage[]> {
  if (mailDelivery(settings) !== "mailbox") throw new AppError("not_found", "There is no mailbox here.");
  const rows = await inSystemTransaction(
    "system:mail",
    (tx) => tx.$queryRaw<{ id: string; sealed: string; createdAt: Date; ageMinutes: number }[]>`
      SELECT id, sealed, created_at AS "createdAt",
        (extract(epoch FROM clock_timestamp() - created_at) / 60)::float8 AS "ageMinutes"
      FROM mail_message WHERE expires_at > clock_timestamp() ORDER BY created_at DESC, id LIMIT ${MESSAGES_MAX}`,
    options,
  );
  return Promise.all(
    rows.map(async ({ id, sealed, createdAt, ageMinutes }) => ({
      ...(await openMail(id, sealed)),
      id,
      queuedAt: createdAt.getTime(),
      ageMinutes,
    })),
  );
}
