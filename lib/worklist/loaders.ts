import { cookies, headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { currentSession } from "@/lib/auth";
import { cookieNames } from "@/lib/auth/cookies";
import { placeOf } from "@/lib/auth/place-of-request";
import { labelsOf, readClinic } from "@/lib/clinics/data";
import { type ClinicPage, loadClinicPage } from "@/lib/clinics/loaders";
import type { Targets } from "@/lib/clinics/schema";
import type { LabelView } from "@/lib/clinics/status";
import { type Instant, systemClock } from "@/lib/clock";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import type { PageQuery } from "@/lib/reports/period-query";
import { clinicPath, PATHS } from "@/lib/routes";
import { readWorklist } from "./data";
import { searchKept } from "./kept-search";
import { isFromForm, type WorklistQuery, worklistAddress, worklistQuery } from "./query";
import type { WorklistPage } from "./row";

/** A clinic's list of patients, as its page shows it. */
export interface WorklistView extends ClinicPage {
  readonly defaultTargets: Targets;
  /** Which people enter to share with the clinic. */
  readonly code: string;
  readonly labels: readonly LabelView[];
  readonly query: WorklistQuery;
  /** The name that is searched for; empty for none. */
  readonly search: string;
  readonly list: WorklistPage;
  /** What "until" is reckoned from: the browser's clock may be wrong. */
  readonly now: Instant;
}

/**
 * The list that an address asks for. A clinic that is not one's own does not exist, and neither does a list that an address
 * describes in words that there are not.
 */
export async function loadWorklist(clinic: string, asked: PageQuery): Promise<WorklistView> {
  const page = await loadClinicPage(clinic);
  const query = worklistQuery(asked);
  if (!query.ok) notFound();
  const { access } = page;
  // What a form sends is no address to keep: it names every empty field, and the reader's unit.
  if (isFromForm(asked)) redirect(`${clinicPath(access.clinicId)}${worklistAddress(query.value)}`);
  const search = await searchIn(access.clinicId);
  const { network } = placeOf(await headers());
  const { locale } = page.page.words;
  const list = await unlessSentAway(readWorklist(access, { query: query.value, search, locale, network }));
  const [{ defaultTargets, code }, labels] = await unlessSentAway(
    Promise.all([readClinic(access), labelsOf(access)]),
  );
  return { ...page, defaultTargets, code, labels, query: query.value, search, list, now: systemClock.now() };
}

async function searchIn(clinicId: string): Promise<string> {
  const session = await currentSession();
  if (session === null) redirect(PATHS.signIn);
  const kept = (await cookies()).get(cookieNames(env()).search)?.value;
  return searchKept(kept, { sessionToken: session.token, clinicId });
}

/** Who was removed since the page began to load is told what everybody else is who does not work there. */
async function unlessSentAway<T>(read: Promise<T>): Promise<T> {
  try {
    return await read;
  } catch (error) {
    if (error instanceof AppError && error.refusal === "no-such-clinic") notFound();
    throw error;
  }
}
