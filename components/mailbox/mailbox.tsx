import { ReportBody } from "@/components/reports/report-body";
import { ReportHeader } from "@/components/reports/report-header";
import { buttonLook } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import type { Instant } from "@/lib/clock";
import { formatDuration } from "@/lib/format/duration";
import type { Words } from "@/lib/i18n/translate";
import styles from "./mailbox.module.css";
import { ownLinks } from "./own-links";

export interface MailboxProps {
  /** Newest first. */
  readonly messages: readonly {
    readonly id: string;
    readonly to: string;
    readonly subject: string;
    readonly text: string;
    readonly queuedAt: Instant;
    readonly ageMinutes: number;
  }[];
  /** Only addresses of this origin become links. */
  readonly origin: string;
  /** The page itself, to look again. */
  readonly path: string;
  readonly words: Words;
}

/** Every message of a demo, and why this page may show them. */
export function Mailbox({ messages, origin, path, words }: MailboxProps) {
  const { t } = words;
  return (
    <ReportBody>
      <ReportHeader title={t("mailbox.title")}>
        <Link href={path} className={buttonLook({})} scroll={false}>
          {t("mailbox.refresh")}
        </Link>
      </ReportHeader>
      <Notice title={t("mailbox.demo")}>{t("mailbox.open")}</Notice>
      <section aria-labelledby="messages">
        <h2 id="messages">{t("mailbox.list")}</h2>
        {messages.length === 0 ? (
          <p className="muted">
            {t("mailbox.empty")} {t("mailbox.emptyWhat")}
          </p>
        ) : (
          <ol className={styles.list}>
            {messages.map(({ id, to, subject, text, queuedAt, ageMinutes }) => (
              <li key={id} className={styles.message}>
                <article aria-labelledby={`subject-${id}`}>
                  <h3 id={`subject-${id}`} className={styles.subject}>
                    {subject}
                  </h3>
                  <p className={styles.facts}>
                    {t("mailbox.to", { address: to })} ·{" "}
                    <time dateTime={new Date(queuedAt).toISOString()}>{ageWords(ageMinutes, words)}</time>
                  </p>
                  <MessageText text={text} origin={origin} />
                </article>
              </li>
            ))}
          </ol>
        )}
      </section>
    </ReportBody>
  );
}

// How long ago, never what time it was: the server does not know the reader's clock.
function ageWords(minutes: number, { t }: Words): string {
  return minutes < 1 ? t("mailbox.now") : t("mailbox.ago", { duration: formatDuration(minutes) });
}

function MessageText({ text, origin }: { readonly text: string; readonly origin: string }) {
  return (
    <p className={styles.text}>
      {ownLinks(text, origin).map((part, index) =>
        part.href === null ? (
          part.text
        ) : (
          // A plain link, opened as from a mail program. The parts of a message never change places.
          // oxlint-disable-next-line react/no-array-index-key
          <a key={index} href={part.href}>
            {part.text}
          </a>
        ),
      )}
    </p>
  );
}
