import { z } from "zod";

const LINE_CHARACTERS_MAX = 200;
const TEXT_CHARACTERS_MAX = 10_000;

// Controls, halves of surrogate pairs, separators of lines, and what reverses or isolates the text after it.
const UNFIT_FOR_A_LINE = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]/u;
const UNFIT_FOR_A_TEXT = /(?!\n)[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]/u;

/**
 * What a message says, before it is sealed and after it is opened. The address is plain ASCII (zod's own pattern) and
 * at most as long as RFC 5321 (4.5.3.1) has it; no header field can hold a line break (ASVS 1.3.11).
 */
export const mailContent = z
  .strictObject({
    to: z.email().max(254),
    subject: z
      .string()
      .min(1)
      .max(LINE_CHARACTERS_MAX)
      .refine((subject) => !UNFIT_FOR_A_LINE.test(subject), "must be one printable line"),
    text: z
      .string()
      .min(1)
      .max(TEXT_CHARACTERS_MAX)
      .refine((text) => !UNFIT_FOR_A_TEXT.test(text), "must be printable"),
  })
  .readonly();
export type MailContent = z.output<typeof mailContent>;
