/**
 * Something that stops Hindsight from starting and that the person at the terminal can put right. The message is one
 * sentence that says what is wrong and what to do; it is printed without a stack.
 */
export class StartProblem extends Error {
  override readonly name = "StartProblem";
}

/** The operating system's name for what went wrong (`ENOENT`, `EACCES`), if the error carries one. */
export function systemErrorCode(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
}
