import { CLINIC_ROLES, type ClinicRole } from "@/lib/clinics/schema";
import type { Words } from "@/lib/i18n/translate";

export interface RoleChoice {
  readonly value: ClinicRole;
  readonly label: string;
  /** What it may do. */
  readonly text: string;
}

/** The roles, finished for a form: it runs in the browser, which has no catalogue for it. */
export function roleChoices({ t }: Words): RoleChoice[] {
  return CLINIC_ROLES.map((value) => ({
    value,
    label: t(`clinics.roles.${value}`),
    text: t(`clinics.rights.${value}`),
  }));
}
