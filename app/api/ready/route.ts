import { readiness } from "@/lib/jobs/readiness";

/** Readiness: 503 while pages cannot be served. A missing worker or a silent Dexcom is told, not refused. */
export async function GET(): Promise<Response> {
  const state = await readiness();
  return Response.json(state, {
    status: state.ready ? 200 : 503,
    headers: { "cache-control": "no-store" },
  });
}
