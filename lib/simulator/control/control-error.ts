/** A control call that cannot be done, with the sentence that says why. */
export class ControlError extends Error {
  override readonly name = "ControlError";
  readonly status: 400 | 404 | 409;

  constructor(status: 400 | 404 | 409, message: string) {
    super(message);
    this.status = status;
  }
}
