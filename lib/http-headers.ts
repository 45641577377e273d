/** The header set of every answer, in one place. Sources: OWASP ASVS 5.0 V3.4, Mozilla Observatory. */

interface PolicyOptions {
  readonly nonce: string;
  /** Adds `upgrade-insecure-requests` and HSTS: only true when the app itself is served over HTTPS. */
  readonly https: boolean;
  /** React's development build needs `eval` for its error stacks. Never in production. */
  readonly development: boolean;
}

function contentSecurityPolicy({ nonce, https, development }: PolicyOptions): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    // The development overlay writes inline styles that carry no nonce.
    development ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self'",
    "font-src 'self'",
    `connect-src 'self'${development ? " ws:" : ""}`,
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(https ? ["upgrade-insecure-requests"] : []),
  ].join("; ");
}

/** What stays with our own pages by default is not named: passkeys need `publickey-credentials-get` and `-create`. */
const DENIED_FEATURES = [
  "accelerometer",
  "autoplay",
  "browsing-topics",
  "camera",
  "display-capture",
  "encrypted-media",
  "geolocation",
  "gyroscope",
  "hid",
  "idle-detection",
  "magnetometer",
  "microphone",
  "midi",
  "payment",
  "screen-wake-lock",
  "serial",
  "usb",
  "xr-spatial-tracking",
];

export function securityHeaders(options: PolicyOptions): ReadonlyMap<string, string> {
  return new Map([
    ["content-security-policy", contentSecurityPolicy(options)],
    ["x-content-type-options", "nosniff"],
    ["x-frame-options", "DENY"],
    ["referrer-policy", "no-referrer"],
    ["cross-origin-opener-policy", "same-origin"],
    ["cross-origin-embedder-policy", "require-corp"],
    ["cross-origin-resource-policy", "same-origin"],
    ["permissions-policy", DENIED_FEATURES.map((feature) => `${feature}=()`).join(", ")],
    ...(options.https
      ? ([["strict-transport-security", "max-age=63072000; includeSubDomains; preload"]] as const)
      : []),
  ]);
}
