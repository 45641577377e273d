import type { Pool } from "pg";
import { accountOf } from "@/lib/accounts/data";
import { saveName } from "@/lib/accounts/mutations";
import { askForLink, openLink } from "@/lib/accounts/mutations-link";
import { accessToClinic } from "@/lib/clinics/access";
import { clinicsOf, labelsOf, membersOf, readClinic } from "@/lib/clinics/data";
import { setUpClinic } from "@/lib/clinics/mutations";
import { addLabel } from "@/lib/clinics/mutations-label";
import type { ClinicAccess } from "@/lib/clinics/policy";
import type { LabelView } from "@/lib/clinics/status";
import type { Instant } from "@/lib/clock";
import type { Database } from "@/lib/db/client";
import { newSecretToken } from "@/lib/ids";
import { CLINICIAN_ADDRESS } from "./clinician";
import { SITES, TAGS } from "./patients";

const CLINICIAN_NAME = "Dr. Demo";
const CLINIC_NAME = "Demo clinic (simulated patients)";

/** The demo's clinic, as its clinician reaches it. */
export interface DemoTeam {
  readonly access: ClinicAccess;
  /** By which patients share with it. */
  readonly code: string;
  readonly labels: readonly LabelView[];
  /** When it was made. */
  readonly since: Instant;
}

interface TeamTools {
  readonly db: Database;
  /** In which tries are counted. */
  readonly pool: Pool;
  /** Of the app. */
  readonly origin: string;
}

/**
 * The demo's clinician and clinic, made at the first start. Null where somebody has closed the clinic or left it to others:
 * what people did in a demo stays done.
 */
export async function demoTeam(tools: TeamTools): Promise<DemoTeam | null> {
  const { db, pool } = tools;
  const userId = await clinician(tools);
  if ((await accountOf(userId, { db }))?.name === null) {
    await saveName(userId, CLINICIAN_NAME, { db });
    const { clinicId } = await setUpClinic({ userId, name: CLINIC_NAME }, { db, pool });
    const administrator = await accessToClinic({ userId, clinicId }, { db });
    for (const label of TAGS) await addLabel(administrator, { kind: "tag", label }, { db });
    for (const label of SITES) await addLabel(administrator, { kind: "site", label }, { db });
  }
  const clinic = (await clinicsOf(userId, { db })).find(({ role }) => role === "administrator");
  if (clinic === undefined) return null;
  const access = await accessToClinic({ userId, clinicId: clinic.id }, { db });
  const own = (await membersOf(access, { db })).find((member) => member.userId === userId);
  const [{ code }, labels] = [await readClinic(access, { db }), await labelsOf(access, { db })];
  return { access, code, labels, since: own?.joinedAt ?? 0 };
}

/** Signs in as the clinician, whom the first sign-in makes; the message tells whoever finds it in the mailbox how to. */
async function clinician({ db, origin }: TeamTools): Promise<string> {
  const browserToken = newSecretToken();
  let token = "";
  const compose = (secrets: { readonly token: string }) => {
    token = secrets.token;
    return {
      subject: "The demo has a clinic",
      text: `Sign in at ${origin}/sign-in with ${CLINICIAN_ADDRESS}: the message with the link arrives here, too.`,
    };
  };
  const asked = {
    address: CLINICIAN_ADDRESS,
    purpose: "sign-in",
    browserToken,
    member: null,
    compose,
  } as const;
  await askForLink(asked, { db });
  const opened = await openLink({ token }, { browserToken, member: null }, { db });
  if (!opened.ok) throw new Error(`The demo's clinician cannot sign in: ${opened.error}`);
  return opened.value.userId;
}
