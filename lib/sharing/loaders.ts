import { notFound, redirect } from "next/navigation";
import { ownIdentity } from "@/lib/accounts/data-identity";
import { type AccountPage, loadAccountPage } from "@/lib/accounts/loaders";
import type { ViewerIdentity } from "@/lib/accounts/schema";
import { type Instant, systemClock } from "@/lib/clock";
import { loadOwnPage, type PatientPage } from "@/lib/reports/loaders";
import { PATHS } from "@/lib/routes";
import { sharedWith, sharesOf } from "./data";
import type { OwnedShare, SharedWithMe } from "./status";

export interface SharingPage {
  readonly page: AccountPage;
  readonly own: PatientPage;
  readonly shares: readonly OwnedShare[];
  /** What "until" is reckoned from: the browser's clock may be wrong. */
  readonly now: Instant;
}

/** With whom somebody shares their own data. Of anybody else's this page does not exist, whatever they share. */
export async function loadSharing(patient: string): Promise<SharingPage> {
  const page = await loadAccountPage();
  const own = await loadOwnPage();
  if (own === null && patient === "me") redirect(PATHS.people);
  if (own === null || (patient !== "me" && patient !== own.access.patientId)) notFound();
  const now = systemClock.now();
  return { page, own, shares: await sharesOf(own.access, { now }), now };
}

export interface PeoplePage {
  readonly page: AccountPage;
  /** The person's own data; null for somebody who holds none. */
  readonly own: PatientPage | null;
  /** How they would be known to whoever lets them in; null while that is not enough. */
  readonly identity: ViewerIdentity | null;
  readonly shares: readonly SharedWithMe[];
  readonly now: Instant;
}

/** What others share with the signed-in person. */
export async function loadPeople(): Promise<PeoplePage> {
  const page = await loadAccountPage();
  const own = await loadOwnPage();
  const now = systemClock.now();
  const identity = await ownIdentity(page.userId);
  return { page, own, identity, shares: await sharedWith(page.userId, { now }), now };
}
