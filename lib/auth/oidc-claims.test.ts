import { describe, expect, it } from "vitest";
import { readClaims } from "./oidc-claims";

const issuer = "https://login.hospital.example/realms/staff";
const settings = { issuer, nameClaim: "name", emailClaim: "email" };
const told = {
  iss: issuer,
  sub: "a1B2",
  name: "Dr. Ana Pérez",
  email: "Ana.Perez@hospital.example",
  email_verified: true,
  groups: ["staff"],
};
const read = (change: object = {}, claims = settings) => readClaims({ ...told, ...change }, claims);

describe("who an ID token says it is", () => {
  it("is issuer and subject, with a name and an address", () => {
    expect(read()).toEqual({
      issuer,
      subject: "a1B2",
      claims: { name: "Dr. Ana Pérez", email: "ana.perez@hospital.example", emailVerified: true },
    });
  });

  it("comes from the claims that the operator named", () => {
    const { claims } = read(
      { displayName: "Ana", upn: "ana@ward.example" },
      { issuer, nameClaim: "displayName", emailClaim: "upn" },
    );
    // `email_verified` says nothing of another claim.
    expect(claims).toEqual({ name: "Ana", email: "ana@ward.example", emailVerified: false });
  });

  it.each([
    ["of another issuer", { iss: `${issuer}/` }],
    ["without an issuer", { iss: undefined }],
    ["without a subject", { sub: undefined }],
    ["with an empty subject", { sub: "" }],
    ["with a number for a subject", { sub: 7 }],
    ["with a subject of 256 characters", { sub: "a".repeat(256) }],
    ["with a subject beyond ASCII", { sub: "ａ1B2" }],
  ])("one %s is refused", (_what, change) => {
    expect(() => read(change)).toThrow(Error);
  });

  it.each([
    ["too long", "x".repeat(81)],
    ["two lines", "Ana\nPérez"],
    ["turned around", "Ana\u202Ezereép"],
    ["empty", "  "],
    ["no text", { first: "Ana" }],
    ["missing", undefined],
  ])("a name that is %s is left out, and the rest stays", (_what, name) => {
    expect(read({ name }).claims).toEqual({
      name: null,
      email: "ana.perez@hospital.example",
      emailVerified: true,
    });
  });

  it.each([
    ["with a look-alike letter", "ana＠hospital.example"],
    ["of two", "ana@hospital.example,eve@evil.example"],
    ["too long", `${"a".repeat(250)}@x.example`],
    ["missing", undefined],
  ])("an address %s is left out, and nothing is verified then", (_what, email) => {
    expect(read({ email }).claims).toEqual({ name: "Dr. Ana Pérez", email: null, emailVerified: false });
  });

  it.each([
    ["true", true],
    ["false", false],
    [undefined, false],
    ["yes", false],
    [1, false],
  ])("email_verified %j counts as %s", (said, verified) => {
    expect(read({ email_verified: said }).claims.emailVerified).toBe(verified);
  });
});
