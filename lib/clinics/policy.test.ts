import { expect, it } from "vitest";
import { mayInClinic } from "./policy";
import { CLINIC_ROLES } from "./schema";

it("lets everybody of a clinic look, those who treat work, and administrators manage", () => {
  const may = (action: "look" | "work" | "manage") =>
    CLINIC_ROLES.filter((role) => mayInClinic(role, action));
  expect(may("look")).toEqual(["administrator", "clinician", "viewer"]);
  expect(may("work")).toEqual(["administrator", "clinician"]);
  expect(may("manage")).toEqual(["administrator"]);
});
