import path from "node:path";

/** The folder that holds package.json, whatever the current directory is. */
export const PROJECT_ROOT = path.resolve(import.meta.dirname, "../..");

/** Everything that a run leaves behind and a next run needs: the database, generated secrets, logs. */
export const DATA_DIRECTORY = path.join(PROJECT_ROOT, ".data");

export function inProject(...parts: string[]): string {
  return path.join(PROJECT_ROOT, ...parts);
}
