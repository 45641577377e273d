import { readdirSync, readFileSync } from "node:fs";
import { inProject } from "@/lib/cli/project";

/** Every address that the build answers, `[id]` and the like still in it. */
export function builtPaths(): string[] {
  const manifest = readFileSync(inProject(".next/app-path-routes-manifest.json"), "utf8");
  return Object.values(JSON.parse(manifest) as Record<string, string>).filter(
    (path) => !path.startsWith("/_"),
  );
}

/** Everything that browsers can load without asking a route. */
export function staticFiles(): string[] {
  return readdirSync(inProject(".next/static"), { recursive: true, encoding: "utf8", withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`);
}
