import { refused } from "@/lib/refusals";

/**
 * Passes parts on for as long as somebody is signed in; throws `signed-out` in place of the first that comes after their
 * session was ended. For answers that take minutes, which are let in at their beginning.
 */
export async function* whileSignedIn<Part>(
  parts: AsyncIterable<Part>,
  isSignedIn: () => Promise<boolean>,
): AsyncGenerator<Part, void> {
  for await (const part of parts) {
    if (!(await isSignedIn())) throw refused("signed-out");
    yield part;
  }
}
