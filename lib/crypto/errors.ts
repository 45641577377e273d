/**
 * Something sealed could not be opened: changed, moved, cut off, or sealed under a key that is not there. Which of these
 * is not said, and nothing of the content is kept: the answer to tampering must teach nothing.
 */
export class UnsealError extends Error {
  override readonly name = "UnsealError";

  constructor() {
    super("A sealed value could not be opened.");
  }
}
