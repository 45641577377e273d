import { createTransport } from "nodemailer";
import { SECOND_MS } from "@/lib/clock";
import type { MailSettings } from "./delivery-kind";
import type { DeliverMail } from "./mutations";

const CONNECTION_MS_MAX = 10 * SECOND_MS;
const GREETING_MS_MAX = 10 * SECOND_MS;
/** Without a byte in either direction. The postman limits the whole. */
const SILENCE_MS_MAX = 15 * SECOND_MS;

/**
 * Delivers to the mail server of SMTP_URL, one connection for each message. The address is taken apart here: nodemailer
 * would take options from its query, such as one that trusts any certificate. In production nothing is said before
 * TLS; what the server's certificate is for is checked wherever there is one.
 */
export function openSmtp({ SMTP_URL, MAIL_FROM, HINDSIGHT_MODE }: MailSettings): DeliverMail {
  if (SMTP_URL === undefined || MAIL_FROM === undefined) throw new Error("There is no mail server.");
  const { protocol, hostname, port, username, password } = new URL(SMTP_URL);
  const secure = protocol === "smtps:";
  const domain = MAIL_FROM.address.slice(MAIL_FROM.address.lastIndexOf("@") + 1);
  const transport = createTransport({
    host: hostname.replace(/^\[(.*)\]$/, "$1"),
    port: port === "" ? undefined : Number(port),
    secure,
    requireTLS: !secure && HINDSIGHT_MODE === "production",
    tls: { rejectUnauthorized: true, minVersion: "TLSv1.2" },
    auth:
      username === ""
        ? undefined
        : { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
    // What this machine is called is nobody's business.
    name: domain,
    connectionTimeout: CONNECTION_MS_MAX,
    greetingTimeout: GREETING_MS_MAX,
    dnsTimeout: CONNECTION_MS_MAX,
    socketTimeout: SILENCE_MS_MAX,
    disableFileAccess: true,
    disableUrlAccess: true,
    logger: false,
  });
  return async ({ id, to, subject, text }, signal) => {
    // Addresses go as objects, so that nothing is read out of a text (GHSA-5jpx-9hw9-2fx4).
    const recipient = { name: "", address: to };
    await transport.sendMail({
      from: MAIL_FROM,
      to: recipient,
      envelope: { from: MAIL_FROM, to: [recipient] },
      subject,
      text,
      // The same however often it is sent, so that a mail program shows it once.
      messageId: `<${id}@${domain}>`,
      // RFC 3834: an absence note is no answer to this.
      headers: { "Auto-Submitted": "auto-generated" },
      xMailer: false,
      signal,
    });
  };
}
