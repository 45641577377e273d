import type { FaultInput } from "@/lib/simulator/faults";
import { e2eAddresses } from "@/tests/setup/e2e-addresses";

/** What Dexcom was asked for about one person. */
export interface CallsOf {
  readonly calls: number;
  readonly codeRedemptions: number;
  readonly codeRefusals: number;
  readonly codeReuses: number;
  readonly refreshes: number;
}

const NO_CALLS: CallsOf = { calls: 0, codeRedemptions: 0, codeRefusals: 0, codeReuses: 0, refreshes: 0 };

async function control(method: string, path: string, body?: unknown): Promise<unknown> {
  const response = await fetch(`${e2eAddresses().simulatorUrl}/__control${path}`, {
    method,
    ...(body === undefined
      ? {}
      : { body: JSON.stringify(body), headers: { "content-type": "application/json" } }),
  });
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  return response.status === 204 ? null : response.json();
}

/** Makes Dexcom fail for one person only, so that tests beside this one notice nothing. */
export async function failFor(person: string, fault: FaultInput): Promise<void> {
  await control("POST", "/faults", { ...fault, person });
}

export interface TrueEgv {
  readonly systemTime: string;
  readonly displayTime: string;
  readonly value: number;
  readonly status: string | null;
}

/** Every reading of [from, to) as Dexcom's cloud holds it. */
export async function trueEgvs(person: string, from: number, to: number): Promise<TrueEgv[]> {
  const iso = (at: number) => encodeURIComponent(new Date(at).toISOString());
  const truth = await control("GET", `/people/${person}/truth?from=${iso(from)}&to=${iso(to)}`);
  return (truth as { egvs: TrueEgv[] }).egvs;
}

export async function addClient(id: string): Promise<void> {
  await control("POST", "/clients", { id, secret: `${id}-secret`, anyLoopbackRedirect: true });
}

export async function callsOf(person: string): Promise<CallsOf> {
  const { people } = (await control("GET", "/counters")) as { people: Record<string, CallsOf> };
  return people[person] ?? NO_CALLS;
}
