/** Letters that are written with another one's body but do not come apart in Unicode. */
const PLAIN: Readonly<Record<string, string>> = {
  ø: "o",
  ł: "l",
  đ: "d",
  ħ: "h",
  ŧ: "t",
  æ: "ae",
  œ: "oe",
  þ: "th",
  ð: "d",
};

/**
 * A text without case and accents. Marks that belong to one script, such as the vowels of Devanagari, are letters there
 * and stay; those that any letter can carry go.
 */
function plainLetters(text: string): string {
  return (
    text
      .normalize("NFKD")
      // Upper case first: ß has two letters there, and ı is an I.
      .toUpperCase()
      .toLowerCase()
      .normalize("NFKD")
      .replaceAll(/[\p{Mn}&&\p{Script=Inherited}]/gv, "")
      .replaceAll(/[øłđħŧæœþð]/g, (letter) => PLAIN[letter] ?? letter)
  );
}

/** Whether a name holds each word of a search, anywhere in it, whatever their case and accents; all names hold none. */
export function nameMatcher(search: string): (name: string) => boolean {
  const words = plainLetters(search)
    .split(/\s+/u)
    .filter((word) => word !== "");
  return (name) => {
    const plain = plainLetters(name);
    return words.every((word) => plain.includes(word));
  };
}
