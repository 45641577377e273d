import { inProject } from "@/lib/cli/project";

export interface RealSubject {
  readonly file: string;
  readonly subject: string;
}

const igluSubject = (number: number): RealSubject => ({
  file: "iglu-example5.csv",
  subject: `subject-${number}`,
});

/** Real people of ../shared/data/cgm: 90 days, and five with gaps and jitter. */
export const REAL_PEOPLE: Readonly<Record<string, RealSubject>> = {
  "hupa-0028": { file: "hupa-ucm.csv", subject: "hupa-0028" },
  "iglu-1": igluSubject(1),
  "iglu-2": igluSubject(2),
  "iglu-3": igluSubject(3),
  "iglu-4": igluSubject(4),
  "iglu-5": igluSubject(5),
};

/** People for one test each, so that no test sees what another one does: ten to thirteen days, quickly imported. */
export const TEST_PEOPLE = [
  "Declines",
  "ComesTooLate",
  "TakesTenMinutes",
  "ComesBackTwice",
  "MeetsAnotherState",
  "IsSentALink",
  "HasTwoTabs",
  "OtherClient",
  "RefusedSite",
  "OneTooMany",
  "NoTokens",
  "NoIdentity",
  "OddAnswer",
  "SignedOutMeanwhile",
  "Reconnects",
  "SomebodyElse",
  "Leaves",
  "Api",
  "ApiStranger",
  "Forged",
  "Session",
  "SignsInTwice",
  "Guardian",
  "Keyboard",
  "SlowStart",
  "Deletes",
  "WritesNotes",
  "VisitsTheClinic",
  "KnowsHerA1c",
  "SharesADevice",
  "WorksAtAHospital",
  "SecondWay",
  "ConfirmsAtDexcom",
  "ConfirmsNothing",
  "AddsAHospital",
  "ConnectsLater",
  "HasAnAccount",
  "JoinsNobody",
  "MatrixSharesWithAll",
  "MatrixSharesNothing",
  "OtherSharesWithAll",
  "OtherSharesNothing",
  "SharesByCode",
  "SharesByMail",
  "LetsNobodyIn",
  "SharesLess",
  "SharesWhileOpen",
  "SharesOnceMore",
  "SharesNarrowly",
  "IsLookedAt",
  "SharesByLink",
  "ChangesALink",
  "ClosesAView",
  "SharesWithAClinic",
  "SeesARenewedCode",
  "IsOnAWorklist",
  "IsOnAWorklistToo",
  "LeavesAWorklist",
  "UsesAPasskey",
] as const;
export type TestPerson = (typeof TEST_PEOPLE)[number];

export const realFile = ({ file }: RealSubject) => inProject("../shared/data/cgm", file);

/** What the simulator is started with, so that all of them are in its drop-down. */
export function personArguments(): string[] {
  const named = (name: string, real: RealSubject) => [
    "--person",
    `${name}=${realFile(real)}#${real.subject}`,
  ];
  return [
    ...Object.entries(REAL_PEOPLE).flatMap(([name, real]) => named(name, real)),
    ...TEST_PEOPLE.flatMap((name) => named(name, igluSubject(2))),
  ];
}
