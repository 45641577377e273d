import {
  CLINIC_ROLES,
  type ClinicRole,
  type ClinicSettings,
  INACTIVE_DAYS,
  LABEL_KINDS,
  type LabelKind,
  TARGETS,
} from "./schema";

/** What a column says, held to what the database lets it say. */
function oneOf<T>(known: readonly T[], said: unknown): T {
  const found = known.find((one) => one === said);
  if (found === undefined) throw new Error("A clinic says something that the database should refuse.");
  return found;
}

export const roleOf = (text: string): ClinicRole => oneOf(CLINIC_ROLES, text);
export const labelKindOf = (text: string): LabelKind => oneOf(LABEL_KINDS, text);

export function settingsOf({
  name,
  defaultTargets,
  inactiveDays,
}: {
  readonly name: string;
  readonly defaultTargets: string;
  readonly inactiveDays: number | null;
}): ClinicSettings {
  return {
    name,
    defaultTargets: oneOf(TARGETS, defaultTargets),
    inactiveDays: inactiveDays === null ? null : oneOf(INACTIVE_DAYS, inactiveDays),
  };
}
