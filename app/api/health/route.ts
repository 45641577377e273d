/** Liveness: the process answers. Whether it can do its work is `/api/ready`. */
export function GET(): Response {
  return Response.json({ status: "alive" }, { headers: { "cache-control": "no-store" } });
}
