/** The mark: a clock hand that runs back around a glucose curve. */
export function LogoMark({ size = 24 }: { readonly size?: number }) {
  return (
    <svg
      viewBox="0 0 24 24"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d="M5.1 7.2A8.5 8.5 0 1 1 3.5 12" strokeWidth="2.1" />
      <path d="M4.6 3.2v4.3h4.3" strokeWidth="2.1" />
      <path d="M7.6 13.4c1.5 0 1.6-3 3-3s1.6 4.6 3 4.6 1.5-2.4 2.9-2.4" strokeWidth="1.8" />
    </svg>
  );
}
