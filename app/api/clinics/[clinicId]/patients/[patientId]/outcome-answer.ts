import { problemFrom } from "@/lib/api/problem";
import { refused } from "@/lib/refusals";
import type { Outcome } from "@/lib/worklist/mutations-placing";

/** What stands now: as it was saved, or, with the problem that nothing was, as somebody else left it. */
export async function outcomeAnswer<T>({ kind, now }: Outcome<T>): Promise<Response> {
  if (kind === "saved") return Response.json(now);
  const problem = problemFrom(refused("changed-elsewhere"));
  const { status, headers } = problem;
  const body: unknown = await problem.json();
  return Response.json({ ...(typeof body === "object" ? body : {}), now }, { status, headers });
}
