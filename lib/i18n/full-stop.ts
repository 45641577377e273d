// "12:00 a. m.", "10 set." and "Example Clinic Inc." end in a full stop of their own. At the end of a sentence only one
// is written, in Spanish and in English alike (RAE, Ortografía, 2010, «punto»).

/** Makes a sentence of a text. */
export function withFullStop(text: string): string {
  return text.endsWith(".") ? text : `${text}.`;
}

/** The values of a text of the catalogue, without a full stop where the text has one right after them. */
export function endingOnce<Value>(
  text: string,
  values: Readonly<Record<string, Value>>,
): Readonly<Record<string, Value | string>> {
  const fitted: Record<string, Value | string> = {};
  for (const [name, value] of Object.entries(values))
    fitted[name] =
      typeof value === "string" && value.endsWith(".") && isAtEnd(name, text) ? value.slice(0, -1) : value;
  return fitted;
}

/** Tags may end between the two: "Data through <strong>{time}</strong>." */
function isAtEnd(name: string, text: string): boolean {
  return new RegExp(String.raw`\{${name}\}(?:</\w+>)*\.`).test(text);
}
