import { NextRequest } from "next/server";
import { z } from "zod";
import { env } from "@/lib/env";
import { API_PATHS } from "@/lib/routes";
import { serveNextAuth } from "./next-auth";
import { oidcProvider } from "./oidc";
import type { OidcSettings } from "./oidc-settings";
import { authOptions } from "./options";

/** What next-auth wants to be sent before it leads to the provider. */
export const oidcBody = z.strictObject({
  csrfToken: z.string().max(200),
  callbackUrl: z.literal("/"),
  json: z.literal("true"),
});

const oidcAnswer = z.object({ url: z.url() });

interface OidcBegun {
  /** Next-auth's own answer, with the cookies of the way. */
  readonly response: Response;
  /** What the provider's answer will bring back; null when the way could not begin, and the answer leads to why. */
  readonly state: string | null;
}

/** Begins the way to the provider for somebody who adds an account there: it asks anew who they are. */
export async function beginOidc(body: z.output<typeof oidcBody>, settings: OidcSettings): Promise<OidcBegun> {
  const request = new NextRequest(new URL(API_PATHS.oidc, env().NEXTAUTH_URL), {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  const response = await serveNextAuth(request, ["signin", "oidc"], {
    ...authOptions(),
    providers: [oidcProvider(settings, { asksAnew: true })],
  });
  const answer = oidcAnswer.safeParse(await response.clone().json());
  return { response, state: answer.success ? new URL(answer.data.url).searchParams.get("state") : null };
}
