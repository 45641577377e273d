import type { TextBlock } from "@/lib/operator-text";

/** Text that the operator wrote: headings and paragraphs, never markup. */
export function OperatorText({ blocks }: { readonly blocks: readonly TextBlock[] }) {
  return blocks.map((block, index) =>
    block.kind === "heading" ? (
      // The text never changes while the page is shown, so its place is its identity.
      <h2 key={index}>{block.text}</h2>
    ) : (
      <p key={index}>{block.text}</p>
    ),
  );
}
