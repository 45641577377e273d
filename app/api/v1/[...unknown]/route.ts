import { route } from "@/lib/api/route";
import { AppError } from "@/lib/errors";

/** Addresses that the API does not have are refused in its own form, not with a page. */
const refuse = route(async () => {
  throw new AppError("not_found", "The API has no such address; /api/v1/openapi.json lists those it has.");
});

export { refuse as DELETE, refuse as GET, refuse as PATCH, refuse as POST, refuse as PUT };
