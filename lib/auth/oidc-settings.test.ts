import { expect, it } from "vitest";
import { oidcChoice, oidcSettings } from "./oidc-settings";

const set = {
  OIDC_ISSUER: "https://login.hospital.example/realms/staff",
  OIDC_CLIENT_ID: "hindsight",
  OIDC_CLIENT_SECRET: "a secret",
  OIDC_NAME: "Hospital of Example",
  OIDC_NAME_CLAIM: "name",
  OIDC_EMAIL_CLAIM: "email",
};
const { OIDC_NAME: _, ...nameless } = set;

it("without a provider nothing is offered", () => {
  const { OIDC_ISSUER: _issuer, OIDC_CLIENT_ID: _id, OIDC_CLIENT_SECRET: _secret, ...rest } = set;
  expect(oidcChoice(rest)).toBeNull();
});

it("the button has the name that the operator gave, else the provider's host, and no secret", () => {
  expect(oidcChoice(set)).toEqual({ name: "Hospital of Example" });
  expect(oidcChoice(nameless)).toEqual({ name: "login.hospital.example" });
  expect(oidcSettings(set)?.issuer).toBe(set.OIDC_ISSUER);
});
