import { isDenied } from "@/lib/db/client";
import { AppError } from "@/lib/errors";

/**
 * Does something once more where a share ended, or a role, between the statement that asked for it and the one that writes:
 * the second time that is known from the start, and said in words.
 */
export async function againIfMovedOn<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const hasEnded = error instanceof AppError && error.refusal === "share-ended";
    if (hasEnded || isDenied(error)) return work();
    throw error;
  }
}
