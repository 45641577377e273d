import { answerField } from "@/components/forms/answer-field";

/** How many parts of an import an answer of the sync API calls done; "over" once none runs, null for anything else. */
export function partsDone(answer: unknown): number | "over" | null {
  const connection = answerField(answer, "connection");
  const status = answerField(connection, "status");
  if (typeof status === "string" && status !== "importing") return "over";
  const done = answerField(answerField(connection, "progress"), "windowsDone");
  return typeof done === "number" ? done : null;
}
