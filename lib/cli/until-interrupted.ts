/**
 * Resolves when somebody asks this process to stop: Ctrl-C, `kill`, or a terminal that was closed. A second request
 * does not wait for an orderly end.
 */
export function untilInterrupted(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    let asked = false;
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
      process.on(signal, () => {
        if (asked) process.exit(130);
        asked = true;
        resolve(signal);
      });
  });
}
