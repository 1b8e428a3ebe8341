// Runs Azurite in this process and stops it when standard input closes, so that it never outlives whoever started it,
// however that one ended, on every operating system. Arguments are Azurite's own.
import { createRequire } from "node:module";

const wanted = 20;
if (Number.parseInt(process.versions.node, 10) < wanted) {
  console.error(`Azurite needs Node.js ${wanted} or later; this is ${process.versions.node}.`);
  process.exit(1);
}

const stop = () => {
  // Azurite's own handler writes its data to disk first; it gets five seconds.
  setTimeout(() => process.exit(0), 5000).unref();
  process.emit("SIGTERM");
};
process.stdin.once("end", stop).once("close", stop).once("error", stop).resume();

createRequire(import.meta.url)("azurite/dist/src/azurite.js");
