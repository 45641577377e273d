// Imported first by every entry point, so that an old Node meets this sentence and not a syntax error in a library.
// Imports nothing itself.
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);

if (major < 22 || (major === 22 && minor < 19)) {
  console.error(
    `Hindsight needs Node 22.19 or newer and this is Node ${process.versions.node}: run npm install so that npm brings the pinned one, and start with "npm run"; where npm has none for ${process.platform}-${process.arch}, install Node 24.`,
  );
  process.exit(1);
}
