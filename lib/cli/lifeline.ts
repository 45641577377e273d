// Preloaded into child processes. When the process that started this one is gone, even by SIGKILL, this one ends too:
// no app, worker or simulator is left holding a port or a database connection.
const owner = process.ppid;

setInterval(() => {
  if (process.ppid === owner) return;
  process.kill(process.pid, "SIGTERM");
  setTimeout(() => process.exit(1), 5_000);
}, 1_000).unref();
