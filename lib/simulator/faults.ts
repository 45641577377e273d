import { z } from "zod";
import { ENDPOINTS, type Endpoint } from "@/lib/simulator/endpoints";

const bytes = z.number().int().min(0).max(4_294_967_296);

const mayHaveBody = (status: number) => ![204, 205, 304].includes(status);

/** Which calls a fault hits. */
const scope = {
  endpoints: z.array(z.enum(ENDPOINTS)).optional(),
  api: z.enum(["v2", "v3"]).optional(),
  person: z.string().optional(),
  client: z.string().optional(),
  /** Leaves the first matching calls alone. */
  skip: z.number().int().min(0).default(0),
  /** Hits this many matching calls, then is over. */
  count: z.number().int().min(1).optional(),
  /** Hits this share of matching calls, decided by `seed`: the same sequence every time. */
  probability: z.number().min(0).max(1).default(1),
  seed: z.number().int().default(1),
};

/** A fault and its scope are one flat object, the way the control path takes it. */
function faultOf<K extends string, S extends z.ZodRawShape>(kind: K, fields: S) {
  return z.strictObject({ kind: z.literal(kind), ...fields, ...scope });
}

/**
 * Every way in which the simulator can be made to fail: some answer instead of the real answer, some change it on its
 * way out, some change what the token endpoint does.
 */
export const faultSchema = z.discriminatedUnion("kind", [
  // Answers instead of the real one
  faultOf("rateLimit", {
    /** Absent, as Dexcom seems to send it; seconds; or an HTTP date this many seconds ahead. */
    retryAfterSeconds: z.number().int().min(0).optional(),
    retryAfterForm: z.enum(["seconds", "date", "nonsense"]).default("seconds"),
  }),
  faultOf("serverError", {
    status: z.number().int().min(500).max(599).default(503),
    body: z.enum(["fault", "html", "empty"]).default("fault"),
    retryAfterSeconds: z.number().int().min(0).optional(),
  }),
  faultOf("unauthorized", {}),
  faultOf("forbidden", {}),
  faultOf("htmlBody", {
    status: z.number().int().min(200).max(599).refine(mayHaveBody, "has no body").default(200),
  }),
  faultOf("emptyBody", { status: z.number().int().min(200).max(599).default(200) }),
  faultOf("redirect", {
    to: z.string().default("/elsewhere"),
    status: z.union([z.literal(301), z.literal(302), z.literal(307), z.literal(308)]).default(302),
  }),
  faultOf("hugeBody", { bytes: bytes.default(524_288_000) }),
  faultOf("gzipBomb", { bytes: bytes.default(524_288_000) }),
  faultOf("deepJson", { depth: z.number().int().min(1).max(5_000_000).default(100_000) }),
  faultOf("connectionReset", {}),

  // The token endpoint
  faultOf("refusedRefresh", {
    error: z.string().default("invalid_grant"),
    status: z.number().int().min(400).max(499).default(400),
  }),
  /** The refresh happens, the old token is spent, and the answer never arrives. */
  faultOf("lostRefreshAnswer", {}),
  /** The sandbox of 2019 to 2023: one refresh token for everybody, never rotated. */
  faultOf("constantRefreshToken", {}),
  faultOf("userCap", { usersMax: z.number().int().min(0).default(0) }),
  faultOf("oddOAuthErrors", {}),

  // Changes to the real answer
  faultOf("slow", {
    beforeMs: z.number().int().min(0).default(5_000),
    bytesPerSecond: z.number().int().min(1).optional(),
  }),
  faultOf("truncatedBody", { keepShare: z.number().min(0).max(1).default(0.5) }),
  faultOf("brotli", {}),
  faultOf("malformedRecord", {
    how: z
      .enum([
        "wrongTypes",
        "missingTime",
        "impossibleTime",
        "null",
        "text",
        "duplicateId",
        "hugeNumber",
        "nan",
        "duplicateKey",
      ])
      .default("wrongTypes"),
    /** Which row of the answer, from the first; beyond the last one nothing happens. */
    row: z.number().int().min(0).default(0),
  }),
  faultOf("clockSkew", { seconds: z.number().int() }),
  /** Records of the last hours stay away until the fault is removed, then arrive with their old times. */
  faultOf("lateUpload", { hours: z.number().min(0).default(6) }),
]);

export const FAULT_KINDS: readonly string[] = faultSchema.options.map((schema) => schema.shape.kind.value);

export type Fault = z.output<typeof faultSchema>;
export type FaultInput = z.input<typeof faultSchema>;
export type FaultKind = Fault["kind"];
export type FaultOf<K extends FaultKind> = Extract<Fault, { kind: K }>;

const TIMED: readonly Endpoint[] = ["egvs", "events", "calibrations", "alerts"];
const DATA: readonly Endpoint[] = [...TIMED, "devices", "dataRange", "statistics"];

/** Where a fault that is not aimed at an endpoint can happen at all. */
const NATURAL_ENDPOINTS: Partial<Record<FaultKind, readonly Endpoint[]>> = {
  unauthorized: DATA,
  forbidden: DATA,
  refusedRefresh: ["token"],
  lostRefreshAnswer: ["token"],
  constantRefreshToken: ["token"],
  userCap: ["token"],
  oddOAuthErrors: ["token"],
  malformedRecord: [...TIMED, "devices"],
  lateUpload: [],
};

export interface SetFault {
  readonly id: string;
  readonly fault: Fault;
  /** Calls in scope so far, and those that were hit. */
  matched: number;
  hits: number;
}

/** The call that a fault may be aimed at. Unknown people and clients are null. */
export interface FaultTarget {
  readonly endpoint: Endpoint;
  readonly api: "v2" | "v3";
  readonly person: string | null;
  readonly client: string | null;
}

/** The faults in force. */
export class Faults {
  readonly #set = new Map<string, SetFault & { readonly chance: () => number }>();
  #nextId = 1;

  add(fault: Fault): SetFault {
    const set = { id: `fault-${this.#nextId++}`, fault, matched: 0, hits: 0, chance: seeded(fault.seed) };
    this.#set.set(set.id, set);
    return set;
  }

  remove(id: string): boolean {
    return this.#set.delete(id);
  }

  list(): SetFault[] {
    return [...this.#set.values()].map(({ id, fault, matched, hits }) => ({ id, fault, matched, hits }));
  }

  /** The faults of these kinds that hit this call; each is counted, and gone when its count is used up. */
  take(target: FaultTarget, isWanted: (kind: FaultKind) => boolean): Fault[] {
    const hit: Fault[] = [];
    for (const set of this.#set.values()) {
      const { fault } = set;
      if (!isWanted(fault.kind) || !inScope(fault, target)) continue;
      set.matched++;
      if (set.matched <= fault.skip || set.chance() >= fault.probability) continue;
      set.hits++;
      hit.push(fault);
      if (fault.count !== undefined && set.hits >= fault.count) this.#set.delete(set.id);
    }
    return hit;
  }
}

export function findFault<K extends FaultKind>(faults: readonly Fault[], kind: K): FaultOf<K> | undefined {
  return faults.find((fault): fault is FaultOf<K> => fault.kind === kind);
}

function inScope(fault: Fault, target: FaultTarget): boolean {
  const endpoints = fault.endpoints ?? NATURAL_ENDPOINTS[fault.kind];
  return (
    (endpoints === undefined || endpoints.includes(target.endpoint)) &&
    (fault.api === undefined || fault.api === target.api) &&
    (fault.person === undefined || fault.person === target.person) &&
    (fault.client === undefined || fault.client === target.client)
  );
}

/** mulberry32: a small generator whose sequence is fixed by its seed. */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}
