// Runs Azurite in this process and stops it when standard input closes, so that it never outlives whoever started it,
// however that one ended, on every operating system. Arguments are Azurite's own.
import { createRequire } from "node:module";

const wanted = 20;
if (Number.parseInt(process.versions.node, 10) < wanted) {
  console.error(`Azurite needs Node.js ${wanted} or later; this is ${process.versions.node}.`);
  process.exit(1);
}

let stopping = false;
const stop = () => {
  if (stopping) {
    return;
  }
  stopping = true;
  // Azurite's own handler, there once it has started, writes its data to disk; it gets five seconds.
  setTimeout(() => process.exit(0), 5000).unref();
  if (!process.emit("SIGTERM")) {
    process.exit(0);
  }
};
process.stdin.once("end", stop).once("close", stop).once("error", stop).resume();

createRequire(import.meta.url)("azurite/dist/src/azurite.js");
