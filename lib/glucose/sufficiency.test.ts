import { describe, expect, it } from "vitest";
import { type Evidence, isShowable, judge } from "./sufficiency";
import type { JudgedFigure } from "./verdict";

const plenty: Evidence = {
  hours: 336,
  readings: 4_032,
  days: 14,
  activePercent: 100,
  profileDays: 14,
  consecutiveDays: 14,
};
const ALL: JudgedFigure[] = [
  "timeInRanges",
  "mean",
  "sd",
  "cv",
  "gmi",
  "profile",
  "modd",
  "conga24",
  "mage",
  "episodes",
];
const verdict = (figure: JudgedFigure, evidence: Partial<Evidence>) =>
  judge({ ...plenty, ...evidence }, () => "2026-03-20")[figure];

describe("sufficiency", () => {
  it.each(ALL)("%s: 14 days with all readings are sufficient, 70 %% just so", (figure) => {
    expect(verdict(figure, {})).toEqual({ status: "sufficient" });
    expect(verdict(figure, { activePercent: 70 })).toEqual({ status: "sufficient" });
  });

  it.each(ALL)("%s: 24 hours are not below 24 hours", (figure) => {
    expect(verdict(figure, { hours: 24 })).toEqual({ status: "sufficient" });
  });

  it.each(ALL)("%s: below 24 hours nothing is shown", (figure) => {
    expect(verdict(figure, { hours: 23.9 })).toMatchObject({
      status: "insufficient",
      reasons: expect.arrayContaining([{ rule: "hours", hours: 23.9, hoursMin: 24 }]),
      availableOn: "2026-03-20",
    });
  });

  it.each(["timeInRanges", "mean", "sd", "cv", "profile", "lbgi", "modd", "gri"] as const)(
    "%s: below 14 days or 70 %% it is shown, marked as perhaps not representative",
    (figure) => {
      expect(verdict(figure, { days: 13 })).toEqual({
        status: "caution",
        reasons: [{ rule: "days", days: 13, daysMin: 14 }],
      });
      expect(verdict(figure, { activePercent: 69.9, days: 10 })).toEqual({
        status: "caution",
        reasons: [
          { rule: "days", days: 10, daysMin: 14 },
          { rule: "active", activePercent: 69.9, activePercentMin: 70 },
        ],
      });
    },
  );

  it("GMI is withheld below 14 days or 70 %, with every reason", () => {
    expect(verdict("gmi", { days: 13, activePercent: 69.99 })).toEqual({
      status: "insufficient",
      reasons: [
        { rule: "days", days: 13, daysMin: 14 },
        { rule: "active", activePercent: 69.99, activePercentMin: 70 },
      ],
      availableOn: "2026-03-20",
    });
  });

  it("SD and CV also need 30 readings; bands and mean do not", () => {
    const hourly = { readings: 29, hours: 29 };
    expect(verdict("sd", hourly)).toMatchObject({
      reasons: [{ rule: "readings", readings: 29, readingsMin: 30 }],
    });
    expect(verdict("cv", hourly)).toMatchObject({ status: "insufficient" });
    expect(verdict("mean", hourly)).toEqual({ status: "sufficient" });
  });

  it("the profile needs 7 days with 12 hours each", () => {
    expect(verdict("profile", { profileDays: 6 })).toMatchObject({
      reasons: [{ rule: "profile-days", days: 6, daysMin: 7, hoursPerDayMin: 12 }],
    });
    expect(verdict("profile", { profileDays: 7 })).toEqual({ status: "sufficient" });
  });

  it("MODD and CONGA(24) need two days in a row; CONGA(4) does not", () => {
    const apart = { consecutiveDays: 1 };
    expect(verdict("modd", apart)).toMatchObject({
      status: "insufficient",
      reasons: [{ rule: "consecutive-days", days: 1, daysMin: 2 }],
    });
    expect(verdict("conga24", apart)).toMatchObject({ status: "insufficient" });
    expect(verdict("conga", apart)).toEqual({ status: "sufficient" });
  });

  it("asks for a date only for what is withheld, and hands on when it is showable", () => {
    const evidence = { ...plenty, days: 3 };
    const asked: boolean[] = [];
    judge(evidence, (showable) => {
      asked.push(showable(evidence), showable(plenty));
      return null;
    });
    // GMI alone is withheld.
    expect(asked).toEqual([false, true]);
    expect(isShowable("mean", evidence)).toBe(true);
  });
});
