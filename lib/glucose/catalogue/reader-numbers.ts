import { formatNumber } from "@/lib/format/number";

/** As English writes them: "1,400", "0.05". Neither a version such as 4.3.0 nor numbers in a list, which have spaces. */
const NUMBER = /(?<![\d.,])(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+)(?![.,]?\d)/g;

/**
 * A text of the catalogue with its numbers as a locale has them. Worked examples are full of numbers, and countries of
 * one language differ in the decimal sign: so every language's text has them in one form, and they are written here.
 */
export function withReaderNumbers(text: string, locale: string): string {
  return text.replaceAll(NUMBER, (number) => {
    const decimals = number.split(".")[1]?.length ?? 0;
    return formatNumber(Number(number.replaceAll(",", "")), decimals, locale);
  });
}
