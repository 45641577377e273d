import { openApiDocument } from "@/lib/api/openapi";
import { env } from "@/lib/env";

export function GET(): Response {
  return Response.json(openApiDocument(env().NEXTAUTH_URL));
}
