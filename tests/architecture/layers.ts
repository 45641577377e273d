import { type Import, isTestCode, type SourceFile } from "./source-file";

/** The floors of the house. A file may import from its own floor's module and from the floors below. */
export type Layer =
  | "foundation"
  | "domain"
  | "adapters"
  | "records"
  | "work"
  | "session"
  | "view"
  | "routes"
  | "simulator"
  | "entry points";

const FLOOR: Readonly<Record<Layer, number>> = {
  foundation: 0,
  domain: 1,
  adapters: 2,
  records: 3,
  work: 4,
  session: 5,
  view: 6,
  routes: 7,
  simulator: 8,
  "entry points": 9,
};

/** Every module of lib and the floor it stands on. A new module has to be added here and to lib/README.md. */
export const MODULES: Readonly<Record<string, Layer>> = {
  format: "foundation",
  i18n: "foundation",
  glucose: "domain",
  dexcom: "adapters",
  crypto: "adapters",
  db: "adapters",
  audit: "records",
  mail: "records",
  accounts: "records",
  clinics: "records",
  patients: "records",
  sharing: "records",
  connections: "records",
  readings: "records",
  journal: "records",
  settings: "records",
  sync: "work",
  reports: "work",
  imports: "work",
  exports: "work",
  worklist: "work",
  jobs: "work",
  auth: "session",
  api: "session",
  simulator: "simulator",
  cli: "entry points",
};

/** Among records, each may use the ones before it. */
const RECORD_ORDER = [
  "audit",
  "mail",
  "accounts",
  "clinics",
  "patients",
  "sharing",
  "connections",
  "readings",
  "journal",
  "settings",
];
/** Files of any module that hold only pure rules and shapes; of the worklist what its rows and addresses are, too. */
const PURE_FILE =
  /^lib\/[^/]+\/(policy|status|plan|outcome|schema)$|^lib\/worklist\/(row|preview|bounds|query)$/;

function moduleOf(path: string): string | null {
  return /^lib\/([^/]+)\//.exec(path)?.[1] ?? null;
}

export function layerOf(path: string): Layer | null {
  const file = path.replace(/\.(ts|tsx)$/, "");
  if (PURE_FILE.test(file) && moduleOf(file) !== "simulator") return "domain";
  if (/^lib\/[^/]+\/loaders$/.test(file)) return "session";
  if (/^lib\/[^/]+$/.test(file)) return "foundation";
  const name = moduleOf(file);
  if (name !== null) return MODULES[name] ?? null;
  if (file.startsWith("components/")) return "view";
  if (file.startsWith("app/") || /^(proxy|instrumentation|next\.config)$/.test(file)) return "routes";
  return null;
}

const WHY: Readonly<Record<Layer, string>> = {
  foundation: "the foundation is used by everything, so it may lean on nothing but zod and Node",
  domain:
    "the rules about glucose and status must be readable and testable without a database, a network or a session",
  adapters:
    "an adapter speaks to one outside thing and knows no other; whoever needs two of them is a record or work",
  records:
    "records build on one another in one order, audit, mail, accounts, clinics, patients, sharing, connections, readings, journal, settings, so that there are no circles",
  work: "work happens without anybody being signed in; sessions and pages come later",
  session: "the session layer hands data to pages; it draws nothing",
  view: "components draw numbers that were prepared for them: no database, no session, no rule hidden in a picture",
  routes: "nothing lies above the routes but what starts the program",
  simulator:
    "a schema shared by the simulator and the client would hide a shared mistake; the simulator also runs alone",
  "entry points": "entry points start things; nothing depends on them",
};

/** Why `file` may not import `imported`; null when it may. */
export function layerFault(file: SourceFile, imported: Import): string | null {
  if (imported.isPackage || isTestCode(file.path)) return null;
  const from = layerOf(file.path);
  const to = layerOf(imported.target);
  if (from === null || to === null || isAllowed({ file, imported, from, to })) return null;
  return `${file.path}:${imported.line} (${from}) imports ${imported.target} (${to}): ${WHY[from]}.`;
}

function isAllowed(step: { file: SourceFile; imported: Import; from: Layer; to: Layer }): boolean {
  const { file, imported, from, to } = step;
  const [fromModule, toModule] = [moduleOf(file.path), moduleOf(imported.target)];
  if (from === "entry points") return true;
  if (from === "simulator") return to === "foundation" || to === "simulator";
  if (from === "view") return to === "foundation" || to === "domain" || to === "view";
  if (from === "foundation") return to === "foundation";
  if (FLOOR[to] < FLOOR[from]) return to !== "view" || from === "routes";
  if (FLOOR[to] > FLOOR[from]) return false;
  if (fromModule === toModule || from === "domain" || from === "session" || from === "routes") return true;
  if (from === "records")
    return RECORD_ORDER.indexOf(toModule ?? "") < RECORD_ORDER.indexOf(fromModule ?? "");
  // The queue runs the work: it may call it, and is called by nobody. The worklist shows what reports have prepared.
  return from === "work" && (fromModule === "jobs" || (fromModule === "worklist" && toModule === "reports"));
}

/** Files that may speak to the database, and through which everything else must go. */
const DATABASE_FILES =
  /^lib\/(db|cli)\/|^lib\/[^/]+\/(data|mutations|tokens|readiness)(-[a-z-]+)?\.ts$|^lib\/audit\/|^lib\/auth\/adapter\.ts$|^lib\/jobs\/|^app\/api\/(ready|health)\/route\.ts$/;

export function databaseFault(file: SourceFile, imported: Import): string | null {
  if (isTestCode(file.path) || !/^lib\/db(\/|$)/.test(imported.target) || DATABASE_FILES.test(file.path))
    return null;
  // Who hands an open transaction on to data and mutations may name its type.
  if (imported.isType && ["records", "work"].includes(layerOf(file.path) ?? "")) return null;
  return `${file.path}:${imported.line} imports ${imported.target}: only data, mutations, tokens, audit, the session adapter, jobs and readiness speak to the database, so that there is one place per module where access is decided.`;
}

/** A file for the browser: what it imports is sent to everybody. */
export function clientFault(file: SourceFile, imported: Import): string | null {
  if (!file.directives.includes("use client") || imported.isPackage) return null;
  const to = layerOf(imported.target);
  if (to === null || to === "foundation" || to === "domain" || to === "view" || to === "routes") return null;
  return `${file.path}:${imported.line} is "use client" and imports ${imported.target} (${to}): whatever a browser file imports is sent to every browser.`;
}

/** Code that ships may not lean on code that exists for tests. */
export function testCodeFault(file: SourceFile, imported: Import): string | null {
  if (isTestCode(file.path) || imported.isPackage || !isTestCode(imported.target)) return null;
  return `${file.path}:${imported.line} imports ${imported.target}: what ships does not lean on code that exists for tests.`;
}

/** next/* belongs to the session layer and to routes; a library that knows the framework cannot be tested without it. */
export function frameworkFault(file: SourceFile, imported: Import): string | null {
  if (!imported.isPackage || !/^next(-auth)?(\/|$)/.test(imported.target) || isTestCode(file.path))
    return null;
  const from = layerOf(file.path);
  if (from === "session" || from === "routes" || from === "view" || from === null) return null;
  return `${file.path}:${imported.line} (${from}) imports ${imported.target}: only the session layer, components and routes know the framework.`;
}
