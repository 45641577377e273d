const PATHS = {
  info: "M8 7.2v4M8 4.9v.1M8 14.5a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13Z",
  check: "m4.9 8.3 2.2 2.2 4-4.7M8 14.5a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13Z",
  open: "M8 14.5a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13Z",
  withheld: "M5 8h6M8 14.5a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13Z",
  attention:
    "M8 6.2v3.4M8 11.9v.1M7.1 2.2 1.3 12.4A1 1 0 0 0 2.2 14h11.6a1 1 0 0 0 .9-1.6L8.9 2.2a1 1 0 0 0-1.8 0Z",
  previous: "m10 3-5 5 5 5",
  next: "m6 3 5 5-5 5",
  down: "m3.5 6 4.5 4.5L12.5 6",
  close: "m3.5 3.5 9 9m0-9-9 9",
  external: "M6.5 3.5h-3v9h9v-3M9 2.5h4.5V7M13 3 7.5 8.5",
  overview: "M2 13.5h12M3.5 11V7M6.5 11V3M9.5 11V5.5M12.5 11V8.5",
  daily: "M1.5 10c2 0 2-5 4-5s2.2 6 4.2 6 2-7 4.8-7",
  overlay: "M1.5 11c2.5 0 3-7 5-7s2.5 6 8 5M1.5 8c3 0 4 4 6 4s3-8 7-8",
  profile:
    "M1.5 9.5c3 0 4-4.5 6.5-4.5s3.5 3 6.5 3M1.5 13c3 0 4-4 6.5-4s3.5 2.5 6.5 2.5M1.5 5.5c3 0 4-3 6.5-3s3.5 2 6.5 2",
  compare: "M5.5 2.5v11M10.5 2.5v11M2.5 5.5h3M10.5 8h3M2.5 10.5h3M10.5 4.5h3",
  calendar: "M2.5 4h11v9.5h-11zM2.5 7h11M5.5 2.5V5M10.5 2.5V5M6 9.5v1.5M10 9.5v1.5",
  patterns: "M1.5 12c1.8 0 1.8-7 3.3-7s1.5 7 3.200 7 1.6-7 3.200-7 1.5 7 3.3 7",
  statistics: "M2.5 3.5h11M2.5 8h7M2.5 12.5h9",
  logbook: "M4 2.5h8.5v11H4A1.5 1.5 0 0 1 2.5 12V4A1.5 1.5 0 0 1 4 2.5ZM6 6h4M6 9h3",
  notes: "M3 2.5h10V9l-4 4.5H3zM13 9H9v4.5",
  a1c: "M8 2S4 6.7 4 9.7a4 4 0 0 0 8 0C12 6.7 8 2 8 2Z",
  devices: "M5 2.5h6v11H5zM7.5 11.5h1",
  people:
    "M6 8a2.700 2.700 0 1 0 0-5.400A2.700 2.700 0 0 0 6 8ZM1.500 13.500c.3-2.300 2.100-3.500 4.500-3.500s4.200 1.200 4.500 3.500M10.500 3a2.500 2.500 0 0 1 0 4.700M12 10.300c1.400.5 2.300 1.600 2.500 3.200",
  clinics: "M2 13.500h12M3.500 13.500V5.500L8 2.500l4.500 3v8M8 6.500v4M6 8.500h4",
  worklist: "M2.500 3.500h1M6 3.500h7.500M2.500 8h1M6 8h7.500M2.500 12.500h1M6 12.500h7.500",
  sharing: "M8 10V2M5 4.8 8 2l3 2.8M5 7H3.5v7h9V7H11",
  help: "M6.3 6.3a1.75 1.75 0 1 1 2.5 1.6c-.5.3-.8.6-.8 1.200M8 11.3v.1M8 14.5a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13Z",
  settings:
    "M2 4.5h6.5M12.5 4.5H14M2 11.5h2M8 11.5h6M10.5 6.5a2 2 0 1 0 0-4 2 2 0 0 0 0 4ZM6 13.5a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z",
  more: "M3.5 8h.01M8 8h.01M12.5 8h.01",
  shield: "M8 1.8 2.8 3.7v3.8c0 3.3 2.2 5.7 5.2 6.9 3-1.2 5.2-3.6 5.2-6.9V3.7L8 1.8Z",
  clock: "M8 4.5V8l2.4 1.6M8 14.5a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13Z",
} as const;

export type IconName = keyof typeof PATHS;

/** A 16-pixel line icon. Always decoration: the words beside it carry the meaning. */
export function Icon({
  name,
  size = 16,
  className,
}: {
  readonly name: IconName;
  readonly size?: number;
  readonly className?: string | undefined;
}) {
  return (
    <svg
      viewBox="0 0 16 16"
      width={size}
      height={size}
      className={className}
      fill="none"
      stroke="currentColor"
      strokeWidth={name === "more" ? 2.6 : 1.4}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
