import { openApiDocument } from "@/lib/api/openapi";
import { cookieNames } from "@/lib/auth/cookies";
import { env } from "@/lib/env";

export function GET(): Response {
  const settings = env();
  const document = openApiDocument({
    appOrigin: settings.NEXTAUTH_URL,
    sessionCookie: cookieNames(settings).session,
  });
  return Response.json(document);
}
