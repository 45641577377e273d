/**
 * The text of a file. A byte order mark decides between UTF-8 and the UTF-16 in which Excel writes "Unicode text";
 * without one it is UTF-8, in which a letter of an older encoding becomes the replacement character: names of columns
 * may suffer, times and numbers cannot. Never throws.
 */
export function decodeFileText(bytes: Uint8Array): string {
  return new TextDecoder(encodingOf(bytes)).decode(bytes);
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  return "utf-8";
}
