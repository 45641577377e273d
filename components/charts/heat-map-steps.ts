/**
 * Where a key moves the focus among `count` cells laid out in rows of `columns`: arrows to the neighbours, page keys by
 * `page` cells, Home and End to the ends. The edge holds; undefined for keys that are none of the grid's business.
 */
export function cellForKey(
  key: string,
  current: number,
  { count, columns, page }: { readonly count: number; readonly columns: number; readonly page: number },
): number | undefined {
  const to = (cell: number) => (cell < 0 || cell >= count ? current : cell);
  switch (key) {
    case "ArrowRight":
      return to(current + 1);
    case "ArrowLeft":
      return to(current - 1);
    case "ArrowDown":
      return to(current + columns);
    case "ArrowUp":
      return to(current - columns);
    case "PageDown":
      return to(current + page);
    case "PageUp":
      return to(current - page);
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return undefined;
  }
}
