/** The pairs in a text of words with a blank between them, as `string_agg` makes it: "a 1 b 2"; none in null. */
export function* pairsIn(text: string | null): Generator<readonly [string, string], void> {
  const words = text?.split(" ") ?? [];
  for (let i = 0; i + 1 < words.length; i += 2) yield [words[i] ?? "", words[i + 1] ?? ""];
}
