import { PATHS, reportPath, VIEWS, viewPath } from "@/lib/routes";

/** One picture for the README and for whoever compares: which page of whom, how wide, how. */
export interface Picture {
  readonly name: string;
  readonly path: string;
  readonly width: 1_280 | 390;
  readonly look: "light" | "dark" | "print";
  /** Only what is seen without scrolling. */
  readonly cut?: boolean;
}

/** A typical person of the simulator, for all of them. */
export const PERSON_IN_PICTURES = "User7";

export const PICTURES: readonly Picture[] = [
  ...VIEWS.map((view): Picture => ({ name: view, path: viewPath("me", view), width: 1_280, look: "light" })),
  { name: "overview-dark", path: viewPath("me", "overview"), width: 1_280, look: "dark" },
  { name: "overview-phone", path: viewPath("me", "overview"), width: 390, look: "light" },
  { name: "overview-print", path: viewPath("me", "overview"), width: 1_280, look: "print" },
  { name: "profile-phone-dark", path: viewPath("me", "profile"), width: 390, look: "dark" },
  { name: "certificate", path: reportPath.certificate("me"), width: 1_280, look: "light" },
  { name: "connection", path: PATHS.connection, width: 1_280, look: "light" },
  { name: "help", path: PATHS.help, width: 1_280, look: "light", cut: true },
  { name: "metrics", path: PATHS.metrics, width: 1_280, look: "light", cut: true },
];
