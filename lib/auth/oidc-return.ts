import { cookies } from "next/headers";
import type { NextRequest } from "next/server";
import { decode } from "next-auth/jwt";
import { z } from "zod";
import type { Member } from "@/lib/accounts/member";
import { takeJoining } from "@/lib/accounts/mutations-joining";
import { type OidcPerson, takeOidcAnswer } from "@/lib/accounts/mutations-oidc";
import { currentSession } from "@/lib/auth";
import { env } from "@/lib/env";
import { err, ok, type Result } from "@/lib/result";
import { PATHS } from "@/lib/routes";
import { cookieNames, cookieOptions } from "./cookies";
import { serveNextAuth } from "./next-auth";
import { newArrival, oidcProvider } from "./oidc";
import { readClaims } from "./oidc-claims";
import type { OidcSettings } from "./oidc-settings";
import { authOptions } from "./options";
import type { OidcProblem } from "./outcome";

// All of it comes from the address bar: printable, bounded, once each. Some providers' codes have 2,000 characters.
const printable = z.string().regex(/^[\x21-\x7e]{1,4096}$/);
const returnQuery = z.looseObject({
  state: printable,
  code: printable.optional(),
  error: printable.optional(),
});

interface OidcReturn {
  readonly person: OidcPerson;
  /** Whoever began this to add the account to their own; null for a sign-in. */
  readonly joins: Member | null;
}

/**
 * Whom the provider sent back. next-auth verifies it and does nothing else: it gets no adapter, so it can start no session
 * and cannot join the account to whoever is signed in, which it would do unasked.
 */
export async function returnFromOidc(
  request: NextRequest,
  settings: OidcSettings,
): Promise<Result<OidcReturn, OidcProblem>> {
  const jar = await cookies();
  const { oidc: names, https } = cookieNames(env());
  const expected = await stateIn(jar.get(names.state)?.value ?? "", names.state);
  try {
    return await verify(request, { settings, expected });
  } finally {
    // The sign-in that began in this browser ends with its answer, however it ends.
    for (const name of Object.values(names)) jar.set(name, "", cookieOptions(https, 0));
  }
}

async function verify(
  request: NextRequest,
  { settings, expected }: { readonly settings: OidcSettings; readonly expected: string | null },
): Promise<Result<OidcReturn, OidcProblem>> {
  const { searchParams } = request.nextUrl;
  // All of this comes before anybody is asked anything.
  if (expected === null) return err("oidc-not-this-browser");
  const query = returnQuery.safeParse(Object.fromEntries(searchParams));
  if (!query.success || new Set(searchParams.keys()).size !== searchParams.size) return err("oidc-refused");
  const { state, error, code } = query.data;
  if (state !== expected) return err("oidc-not-this-browser");
  if (!(await takeOidcAnswer(state))) return err("oidc-too-late");
  const joining = await takeJoining({ state, member: await currentSession() });
  if (!joining.ok) return joining;
  if (error === "access_denied") return err("oidc-declined");
  if (error !== undefined || code === undefined) return err("oidc-refused");

  const arrival = newArrival();
  const { adapter: _, ...options } = authOptions();
  await serveNextAuth(request, ["callback", "oidc"], {
    ...options,
    providers: [oidcProvider(settings, { arrival })],
    callbacks: {
      ...options.callbacks,
      signIn({ profile }) {
        arrival.person = readClaims(profile, settings);
        return PATHS.home;
      },
    },
  });
  return arrival.person ? ok({ person: arrival.person, joins: joining.value }) : err(arrival.problem);
}

/** What next-auth sealed when the sign-in began; null for what it did not, or too long ago. */
async function stateIn(sealed: string, cookieName: string): Promise<string | null> {
  const kept = await decode({ token: sealed, secret: env().NEXTAUTH_SECRET, salt: cookieName }).catch(
    () => null,
  );
  return typeof kept?.["value"] === "string" ? kept["value"] : null;
}
