/** A field of an answer of unknown shape: answers are not trusted to look as was hoped for. */
export function answerField(answer: unknown, name: string): unknown {
  return typeof answer === "object" && answer !== null ? (Reflect.get(answer, name) as unknown) : undefined;
}

/** The same where only a text will do. */
export function textField(answer: unknown, name: string): string | null {
  const value = answerField(answer, name);
  return typeof value === "string" ? value : null;
}
