import { createSecretKey, randomBytes } from "node:crypto";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createDataKey, forgetDataKeys, rewrapDataKey, unwrapDataKey } from "./data-key";
import { UnsealError } from "./errors";
import { type JweContext, jweKeyId, openJwe, sealJwe } from "./jwe";
import { createKeyRing } from "./key-ring";
import { lookupValue } from "./lookup";
import { type SealContext, seal, unseal } from "./seal";

const key = createSecretKey(randomBytes(32));
const here: SealContext = ["day-block", "patient-a", "dexcom", "egv", "2026-03-01", 1, 7];

describe("a sealed value", () => {
  it("opens in its own place and gives back every byte", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (plain) => {
        expect(new Uint8Array(unseal(seal(plain, key, here), key, here))).toEqual(plain);
      }),
      { seed: 19, numRuns: 200 },
    );
  });

  it("is refused in every other place: patient, source, kind, day, format, revision", () => {
    const sealed = seal(Buffer.from("112"), key, here);
    const elsewhere: readonly SealContext[] = [
      ["quarantine", "patient-a", "dexcom", "egv", "2026-03-01", 1, 7],
      ["day-block", "patient-b", "dexcom", "egv", "2026-03-01", 1, 7],
      ["day-block", "patient-a", "import", "egv", "2026-03-01", 1, 7],
      ["day-block", "patient-a", "dexcom", "event", "2026-03-01", 1, 7],
      ["day-block", "patient-a", "dexcom", "egv", "2026-03-02", 1, 7],
      ["day-block", "patient-a", "dexcom", "egv", "2026-03-01", 2, 7],
      ["day-block", "patient-a", "dexcom", "egv", "2026-03-01", 1, 8],
      ["day-block", "patient-a", "dexcom", "egv", "2026-03-01", 1],
      ["day-block", "patient-adexcom", "", "egv", "2026-03-01", 1, 7],
    ];
    for (const moved of elsewhere) expect(() => unseal(sealed, key, moved)).toThrow(UnsealError);
    expect(() => unseal(sealed, createSecretKey(randomBytes(32)), here)).toThrow(UnsealError);
  });

  it("is refused when any single bit was flipped, anything was cut off or anything was added", () => {
    const sealed = seal(Buffer.from("a day of glucose"), key, here);
    for (let bit = 0; bit < sealed.length * 8; bit += 1) {
      const changed = Uint8Array.from(sealed);
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(() => unseal(changed, key, here)).toThrow(UnsealError);
    }
    for (let length = 0; length < sealed.length; length += 1)
      expect(() => unseal(sealed.subarray(0, length), key, here)).toThrow(UnsealError);
    expect(() => unseal(Buffer.concat([sealed, Buffer.from([0])]), key, here)).toThrow(UnsealError);
  });

  it("never uses an IV twice: 100,000 sealings of the same text", () => {
    const ivs = new Set<string>();
    const plain = Buffer.from("112");
    for (let i = 0; i < 100_000; i += 1) ivs.add(seal(plain, key, here).toString("latin1", 1, 13));
    expect(ivs.size).toBe(100_000);
  });

  it("says nothing about what was inside or why", () => {
    const open = () => unseal(seal(Buffer.from("secret-value"), key, here), key, ["elsewhere"]);
    expect(open).toThrow(new UnsealError());
    expect(String(new UnsealError())).toBe("UnsealError: A sealed value could not be opened.");
  });
});

const ring = (...ids: string[]) => createKeyRing(ids.map((id) => ({ id, key: Buffer.alloc(32, id) })));
const context: JweContext = { purpose: "dexcom-tokens", owner: "connection-1/grant-1/3" };
const wrapping = { id: "k1", key };
const find = (id: string) => (id === "k1" ? key : undefined);

describe("a JWE", () => {
  it("opens for its purpose and owner only, and under its own key id only", async () => {
    const token = await sealJwe(Buffer.from("tokens"), wrapping, context);
    expect(Buffer.from(await openJwe(token, find, context)).toString()).toBe("tokens");
    const refusals = [
      openJwe(token, find, { ...context, purpose: "connection-key" }),
      openJwe(token, find, { ...context, owner: "connection-2/grant-1/3" }),
      openJwe(token, find, { ...context, owner: "connection-1/grant-1/4" }),
      openJwe(token, () => undefined, context),
      openJwe(token, () => createSecretKey(randomBytes(32)), context),
    ];
    for (const refusal of refusals) await expect(refusal).rejects.toThrow(UnsealError);
  });

  it("is refused when any character was replaced or the end is missing", async () => {
    const token = await sealJwe(Buffer.from("tokens"), wrapping, context);
    for (let index = 0; index < token.length; index += 1)
      for (const other of ["A", "B", "_"].filter((letter) => letter !== token[index]))
        await expect(
          openJwe(token.slice(0, index) + other + token.slice(index + 1), find, context),
        ).rejects.toThrow(UnsealError);
    for (let length = 0; length < token.length; length += 7)
      await expect(openJwe(token.slice(0, length), find, context)).rejects.toThrow(UnsealError);
  });

  it("cannot be talked into another algorithm", async () => {
    const [, ...rest] = (await sealJwe(Buffer.from("tokens"), wrapping, context)).split(".");
    for (const changed of [
      { alg: "none" },
      { alg: "A256KW" },
      { enc: "A128GCM" },
      { alg: "dir", zip: "DEF" },
    ]) {
      const header = { alg: "dir", enc: "A256GCM", kid: "k1", ...context, ...changed };
      const forged = [Buffer.from(JSON.stringify(header)).toString("base64url"), ...rest].join(".");
      await expect(openJwe(forged, find, context)).rejects.toThrow(UnsealError);
    }
  });
});

describe("a data key", () => {
  const owner = { purpose: "patient-key", owner: "patient-a" } as const;

  it("comes back as the same key, for its owner only", async () => {
    const { dataKey, wrapped } = await createDataKey(owner, ring("k1"));
    expect((await unwrapDataKey(wrapped, owner, ring("k1"))).key.equals(dataKey.key)).toBe(true);
    for (const other of [
      { purpose: "patient-key", owner: "patient-b" },
      { purpose: "connection-key", owner: "patient-a" },
    ] as const)
      await expect(unwrapDataKey(wrapped, other, ring("k1"))).rejects.toThrow(UnsealError);
  });

  it("moves to a new wrapping key without touching what it sealed, and the old one may then go", async () => {
    const { dataKey, wrapped } = await createDataKey(owner, ring("k1"));
    const sealed = seal(Buffer.from("112"), dataKey.key, here);
    expect(await rewrapDataKey(wrapped, owner, ring("k1"))).toBeNull();
    const rewrapped = await rewrapDataKey(wrapped, owner, ring("k2", "k1"));
    expect(jweKeyId(rewrapped ?? "")).toBe("k2");
    const again = await unwrapDataKey(rewrapped ?? "", owner, ring("k2"));
    expect(unseal(sealed, again.key, here).toString()).toBe("112");
  });

  it("cannot be opened once its wrapping key was retired and this process has let go of it", async () => {
    const { wrapped } = await createDataKey(owner, ring("k1"));
    await unwrapDataKey(wrapped, owner, ring("k1"));
    forgetDataKeys("patient-a");
    await expect(unwrapDataKey(wrapped, owner, ring("k2"))).rejects.toThrow(UnsealError);
  });

  it("does not print", async () => {
    const { dataKey } = await createDataKey(owner, ring("k1"));
    const hex = dataKey.key.export().toString("hex");
    expect(JSON.stringify(dataKey)).not.toContain(hex);
    expect(JSON.stringify(dataKey)).toBe('{"id":"patient-a","key":{}}');
  });
});

describe("a look-up value", () => {
  const secret = Buffer.alloc(32, 1);

  it("is the same for the same person and different for every other, purpose and key", () => {
    const value = lookupValue("dexcom-subject", ["us", "client", "subject"], secret);
    expect(lookupValue("dexcom-subject", ["us", "client", "subject"], secret)).toBe(value);
    const others = [
      lookupValue("dexcom-subject", ["eu", "client", "subject"], secret),
      lookupValue("dexcom-subject", ["us", "clientsubject", ""], secret),
      lookupValue("erased-patient", ["us", "client", "subject"], secret),
      lookupValue("dexcom-subject", ["us", "client", "subject"], Buffer.alloc(32, 2)),
    ];
    expect(new Set([value, ...others]).size).toBe(5);
  });
});
