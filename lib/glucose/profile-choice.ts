import type { BinMinutes } from "./agp";

export const PROFILE_DAYS = ["all", "weekdays", "weekend"] as const;
export const PROFILE_COMPARES = ["none", "before", "weekend"] as const;

/** How a glucose profile is looked at. */
export interface ProfileChoice {
  readonly binMinutes: BinMinutes;
  /** Only hourly points are smoothed. */
  readonly smooth: boolean;
  readonly weekdays: (typeof PROFILE_DAYS)[number];
  /** What lies over the profile: nothing, the period before, or the weekend over Monday to Friday. */
  readonly compare: (typeof PROFILE_COMPARES)[number];
}

/** The details of a profile, from the calmest to the finest. */
export const PROFILE_DETAILS = [
  { id: "smooth", binMinutes: 60, smooth: true },
  { id: "hourly", binMinutes: 60, smooth: false },
  { id: "quarter", binMinutes: 15, smooth: false },
  { id: "five", binMinutes: 5, smooth: false },
] as const;
export type ProfileDetail = (typeof PROFILE_DETAILS)[number]["id"];

export function detailOf({
  binMinutes,
  smooth,
}: Pick<ProfileChoice, "binMinutes" | "smooth">): ProfileDetail {
  const detail = PROFILE_DETAILS.find((one) => one.binMinutes === binMinutes && one.smooth === smooth);
  if (!detail) throw new Error("Only hourly points are smoothed");
  return detail.id;
}
