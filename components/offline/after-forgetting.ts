/**
 * Deletes what this browser keeps for offline reading, then goes on, also if there was nothing or a deletion failed:
 * signing out, disconnecting and deleting must never depend on it. Loaded when it is needed, since this is part of
 * every page.
 */
export function afterForgetting(next: () => void): void {
  void import("./forget-offline")
    .then(({ forgetOffline }) => forgetOffline())
    .catch(() => undefined)
    .finally(next);
}
