/** A setting that stops the start. `setting` is its name; the message is one sentence for the person at the terminal. */
export class SettingError extends Error {
  override readonly name = "SettingError";
  readonly setting: string;

  constructor(setting: string, message: string) {
    super(message);
    this.setting = setting;
  }
}

/** What production refuses, each with the setting at fault. */
