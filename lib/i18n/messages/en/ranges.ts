/** Which ranges a reader looks with, where they are not the standard ones. */
export const ranges = {
  label: "Ranges",
  other: "Other ranges",
  followed: {
    older: "Ranges: {name}. In range: {range}, as in the standard ones; the goals differ.",
    pregnancy: "Ranges: {name}. In range: {range}, with goals of their own.",
    "pregnancy-type-2": "Ranges: {name}. In range: {range}; there are no common goals.",
  },
  beside:
    "Ranges: {name}. In range: {range}. They stand beside the standard ones under Figures; everything else here keeps to the standard ones.",
  standardHere: "This view shows the standard ranges. In range on most other views: {range} ({name}).",
  noneHere: "This view has no ranges. In range on most other views: {range} ({name}).",
  nobodyElse: "This changes nothing for anybody else.",
  notForPatient: "This changes nothing for {patient}.",
  standard: "Standard ranges",
} as const;
