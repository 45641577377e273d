import { describe, expect, it } from "vitest";
import { lookupValue } from "@/lib/crypto/lookup";
import {
  CHAIN_START,
  type ChainEnd,
  type ChainLink,
  disclosureMac,
  endFault,
  linkFault,
} from "./disclosure-chain";

const PATIENT = "01890000-0000-4000-8000-000000000001";

function link(seq: number, before: string, more: Partial<ChainLink> = {}): ChainLink {
  const row = {
    id: `01890000-0000-4000-8000-00000000010${seq}`,
    patientId: PATIENT,
    seq,
    at: new Date(`2026-11-26T10:0${seq}:00.123Z`),
    viewer: "user:ana",
    shareId: "01890000-0000-4000-8000-000000000009",
    clinicId: null,
    channel: "page",
    what: "overview",
    dayFrom: new Date("2026-11-01"),
    dayTo: new Date("2026-11-14"),
    sealed: Buffer.from("sealed"),
    ...more,
  };
  return { ...row, mac: disclosureMac(row, before) };
}

function chain(length: number): ChainLink[] {
  const links: ChainLink[] = [];
  for (let seq = 1; seq <= length; seq += 1) links.push(link(seq, links.at(-1)?.mac ?? ""));
  return links;
}

function faultsOf(links: readonly ChainLink[]) {
  let last: ChainEnd = CHAIN_START;
  return links.flatMap((one) => {
    const fault = linkFault(one, last);
    last = one;
    return fault ?? [];
  });
}

describe("a chain of rows", () => {
  it("holds when every row follows the one before", () => {
    expect(faultsOf(chain(5))).toEqual([]);
    expect(endFault(CHAIN_START, { seq: 0, mac: "" })).toBeNull();
  });

  it.each<[string, Partial<ChainLink>]>([
    ["id", { id: "01890000-0000-4000-8000-0000000001ff" }],
    ["patient", { patientId: "01890000-0000-4000-8000-000000000002" }],
    ["time", { at: new Date("2026-11-26T10:03:00.124Z") }],
    ["viewer", { viewer: "user:eve" }],
    ["share", { shareId: "01890000-0000-4000-8000-000000000008" }],
    ["share that is none", { shareId: null }],
    ["clinic", { clinicId: "01890000-0000-4000-8000-000000000007" }],
    ["channel", { channel: "api" }],
    ["view", { what: "daily" }],
    ["first day", { dayFrom: null }],
    ["last day", { dayTo: new Date("2026-11-13") }],
    ["sealed words", { sealed: Buffer.from("sealer") }],
  ])("tells of another %s", (_field, change) => {
    const links = chain(5);
    const changed = links.map((one) => (one.seq === 3 ? { ...one, ...change } : one));
    expect(faultsOf(changed)).toEqual([{ kind: "changed", from: 3, to: 3 }]);
  });

  it("tells of a clinic that was taken out of a row", () => {
    const links = chain(2);
    const forClinic = link(3, links.at(-1)?.mac ?? "", { clinicId: "01890000-0000-4000-8000-000000000007" });
    expect(faultsOf([...links, forClinic])).toEqual([]);
    expect(faultsOf([...links, { ...forClinic, clinicId: null }])).toEqual([
      { kind: "changed", from: 3, to: 3 },
    ]);
  });

  it("vouches for a row without a clinic as before there were any", () => {
    const { id, patientId, at, viewer, shareId, channel, what, sealed, mac } = link(1, "");
    const days = ["2026-11-01T00:00:00.000Z", "2026-11-14T00:00:00.000Z"];
    const words = Buffer.from(sealed).toString("base64url");
    // `npm run verify-record` has to accept such rows for good.
    expect(mac).toBe(
      lookupValue("disclosure", [
        "",
        id,
        patientId,
        "1",
        at.toISOString(),
        viewer,
        shareId ?? "",
        channel,
        what,
        ...days,
        words,
      ]),
    );
  });

  it("vouches for a row of the owner's own, which rests on no share", () => {
    const links = chain(2);
    const own = link(3, links.at(-1)?.mac ?? "", { shareId: null, channel: "export" });
    expect(faultsOf([...links, own])).toEqual([]);
    expect(faultsOf([...links, { ...own, shareId: "01890000-0000-4000-8000-000000000009" }])).toEqual([
      { kind: "changed", from: 3, to: 3 },
    ]);
  });

  it("tells of rows that are missing, also the first ones", () => {
    const links = chain(6);
    expect(faultsOf(links.filter(({ seq }) => seq !== 3 && seq !== 4))).toEqual([
      { kind: "missing", from: 3, to: 4 },
    ]);
    expect(faultsOf(links.slice(1))).toEqual([{ kind: "missing", from: 1, to: 1 }]);
  });

  it("tells of two rows that changed places, and of a row put in without the key", () => {
    const [one, two, three] = chain(3);
    if (!one || !two || !three) throw new Error("too short");
    expect(faultsOf([one, { ...three, seq: 2 }, { ...two, seq: 3 }]).map(({ from }) => from)).toEqual([2, 3]);
    expect(faultsOf([one, two, three, { ...link(4, three.mac), mac: two.mac }])).toEqual([
      { kind: "changed", from: 4, to: 4 },
    ]);
  });

  it("ends where it is said to end", () => {
    const [last] = chain(5).toReversed();
    if (!last) throw new Error("too short");
    expect(endFault(last, last)).toBeNull();
    expect(endFault(last, null)).toEqual({ kind: "end", from: 5, to: 5 });
    expect(endFault(last, { seq: 7, mac: "x" })).toEqual({ kind: "missing", from: 6, to: 7 });
    expect(endFault(last, { seq: 4, mac: "x" })).toEqual({ kind: "end", from: 4, to: 5 });
    expect(endFault(last, { seq: 5, mac: "x" })).toEqual({ kind: "end", from: 5, to: 5 });
  });
});
