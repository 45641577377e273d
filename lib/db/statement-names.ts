/** So many statements as the app has texts of, and room for those whose text tells how many values there are. */
const NAMES_MAX = 500;

/**
 * Names statements by their text, so that a connection prepares each once: under row-level security planning one takes
 * longer than running it. Beyond the bound a statement has no name and is planned each time, as without this.
 */
export function statementNames(namesMax = NAMES_MAX): (query: { readonly sql: string }) => string {
  const names = new Map<string, string>();
  return ({ sql }) => {
    const known = names.get(sql);
    if (known !== undefined) return known;
    if (names.size >= namesMax) return "";
    const name = `hindsight_${names.size + 1}`;
    names.set(sql, name);
    return name;
  };
}
