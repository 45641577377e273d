/** A stretch of a message: words, or an address of our own that may be followed. */
export interface TextPart {
  readonly text: string;
  readonly href: string | null;
}

const ADDRESS = /https?:\/\/[^\s<>"]+/g;
/** What ends a sentence rather than an address. */
const TRAILING = /[.,;:!?)\]'’”»]+$/;

/**
 * A message in parts that, put together again, are the message. Only addresses of `origin` become links: whatever a
 * message says, it leads nowhere else.
 */
export function ownLinks(text: string, origin: string): readonly TextPart[] {
  const parts: TextPart[] = [];
  let end = 0;
  for (const { 0: found, index } of text.matchAll(ADDRESS)) {
    const address = found.replace(TRAILING, "");
    if (!isOwn(address, origin)) continue;
    if (index > end) parts.push({ text: text.slice(end, index), href: null });
    parts.push({ text: address, href: address });
    end = index + address.length;
  }
  if (end < text.length) parts.push({ text: text.slice(end), href: null });
  return parts;
}

function isOwn(address: string, origin: string): boolean {
  return URL.canParse(address) && new URL(address).origin === origin;
}
