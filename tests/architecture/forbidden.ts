import { isTestCode, type SourceFile } from "./source-file";

export interface Prohibition {
  readonly name: string;
  readonly why: string;
  /** The uses, directives (as `"use server"`) or imports (as `from next/image`) that are not allowed. */
  readonly catches: RegExp;
  /** Where it is allowed, and always was meant to be. */
  readonly except: (file: SourceFile) => boolean;
  /** A text that must be caught, and where: the proof that the rule works. */
  readonly proof: { readonly file: string; readonly text: string };
}

const nowhere = () => false;
const inTests = (file: SourceFile) => isTestCode(file.path);
const isTerminal = (file: SourceFile) => file.path.startsWith("lib/cli/") || isTestCode(file.path);
const isBrowser = (file: SourceFile) =>
  file.directives.includes("use client") || file.path.startsWith("components/");

/** Reading the last overview offline: off unless asked for, sealed, twelve hours, gone at sign-out (components/offline). */
const OFFLINE_READING =
  /^components\/offline\/(copy-store|offline-page-cache|worker-registration|keep-overview)\.ts$/;

export const PROHIBITIONS: readonly Prohibition[] = [
  {
    name: "Server Actions",
    why: "a year of remote code executions and leaks sat there; mutations are route handlers (D2)",
    catches: /^"use server"$/,
    except: nowhere,
    proof: { file: "app/actions.ts", text: `"use server";\nexport async function act() {}` },
  },
  {
    name: "Server Actions inside a function",
    why: "mutations are route handlers (D2)",
    catches: /^"use server"$/,
    except: nowhere,
    proof: { file: "app/page.tsx", text: `export async function act() { "use server"; }` },
  },
  {
    name: "use cache",
    why: "health data is never kept in a server cache, and its decoder had a remote code execution (D2)",
    catches: /^"use cache/,
    except: nowhere,
    proof: { file: "app/page.tsx", text: `export async function load() { "use cache"; }` },
  },
  {
    name: "the image optimizer",
    why: "two remote code executions in a year and nothing here needs it (D2)",
    catches: /^from next\/(legacy\/)?image$/,
    except: nowhere,
    proof: { file: "components/ui/logo.tsx", text: `import Image from "next/image";` },
  },
  {
    name: "rewrites and i18n routing",
    why: "both were ways around the proxy and into other hosts (D2)",
    catches: /^(rewrites|i18n):$/,
    except: (file) => file.path !== "next.config.ts",
    proof: { file: "next.config.ts", text: "export default { async rewrites() { return []; } };" },
  },
  {
    name: "raw HTML in React",
    why: "React's escaping is the first wall against stored scripts",
    catches: /dangerouslySetInnerHTML|^\.(innerHTML|outerHTML|insertAdjacentHTML)$/,
    except: inTests,
    proof: {
      file: "components/ui/x.tsx",
      text: "export const X = () => <div dangerouslySetInnerHTML={{ __html: a }} />;",
    },
  },
  {
    name: "a style attribute in markup",
    why: "the content security policy blocks it in server-rendered HTML; use classes or SVG attributes (D7)",
    catches: /^<… style>$/,
    except: inTests,
    proof: { file: "components/ui/x.tsx", text: "export const X = () => <div style={{ width: 3 }} />;" },
  },
  {
    name: "SQL put together from text",
    why: "statements are parameterised, always (D10)",
    catches: /^\.(\$queryRawUnsafe|\$executeRawUnsafe)$|^Prisma\.raw\(\)$/,
    except: nowhere,
    proof: { file: "lib/readings/data.ts", text: "await db.$queryRawUnsafe(`SELECT ${id}`);" },
  },
  {
    name: "global fetch on the server",
    why: "it follows redirects, decodes brotli and reads without a limit; calls to Dexcom go through the hardened client (D8)",
    catches: /^(fetch|globalThis\.fetch|global\.fetch)\(\)$/,
    except: (file) => isBrowser(file) || isTerminal(file),
    proof: { file: "lib/sync/run.ts", text: `await fetch("https://api.dexcom.com");` },
  },
  {
    name: "the process environment",
    why: "lib/env.ts is its only reader: one list, checked once, documented in .env.example",
    catches: /^process\.env$/,
    except: (file) => file.path === "lib/env.ts" || isTerminal(file),
    proof: { file: "lib/sync/run.ts", text: "const key = process.env.ENCRYPTION_KEYS;" },
  },
  {
    name: "the machine's own clock",
    why: "time is an argument, so that tests and the simulator decide what time it is",
    catches: /^(Date\.now\(\)|new Date\(\))$/,
    except: (file) => !file.path.startsWith("lib/") || isTerminal(file),
    proof: { file: "lib/glucose/period.ts", text: "const now = new Date();" },
  },
  {
    name: "chance",
    why: "chance is an argument (Math.random may be its default) so that a test can repeat it, and comes from node:crypto where they must not be guessed",
    catches: /^Math\.random\(\)$/,
    except: inTests,
    proof: { file: "lib/sync/plan.ts", text: "const jitter = Math.random();" },
  },
  {
    name: "an access that nobody looked up",
    why: "a right is made where it was looked up, and nowhere else: whoever holds one may touch a patient's data, or act in a clinic",
    catches: /^(PatientAccess|ClinicAccess)\.mint\(\)$/,
    except: (file) => inTests(file) || /^lib\/(sharing|clinics)\/access\.ts$/.test(file.path),
    proof: { file: "lib/reports/data.ts", text: "const access = PatientAccess.mint({ patientId });" },
  },
  {
    name: "storage in the browser",
    why: "nothing about a person stays in a browser that others may use, except a sealed copy that they asked for",
    catches:
      /^(localStorage|sessionStorage|indexedDB|caches)\.|^(window|globalThis)\.(localStorage|sessionStorage|indexedDB|caches)$|^\.serviceWorker$/,
    except: (file) => inTests(file) || OFFLINE_READING.test(file.path),
    proof: { file: "components/ui/x.tsx", text: `localStorage.setItem("a", "b");` },
  },
];

/**
 * Places where a rule is broken today, each for a reason. The list may only become shorter: an entry that is not
 * needed any more fails the test.
 */
export const DEBTS: readonly { readonly rule: string; readonly file: string; readonly reason: string }[] = [
  { rule: "the machine's own clock", file: "lib/clock.ts", reason: "it is the clock" },
  { rule: "the machine's own clock", file: "lib/log.ts", reason: "a log line says when it was written" },
  {
    rule: "the process environment",
    file: "instrumentation.ts",
    reason: "NEXT_RUNTIME is not a setting: the build replaces it by a constant",
  },
  {
    rule: "a style attribute in markup",
    file: "components/charts/chart-tooltip.tsx",
    reason: "drawn only under the pointer, after hydration, where React sets it through the CSSOM",
  },
];

/** Every breach of one rule in these files, debts left aside. */
export function breaches(rule: Prohibition, files: readonly SourceFile[]): { file: string; line: number }[] {
  return files.flatMap((file) =>
    rule.except(file)
      ? []
      : [
          ...file.uses,
          ...file.directives.map((text) => ({ what: `"${text}"`, line: 1 })),
          ...file.imports.map(({ target, line }) => ({ what: `from ${target}`, line })),
        ]
          .filter(({ what }) => rule.catches.test(what))
          .map(({ line }) => ({ file: file.path, line })),
  );
}
