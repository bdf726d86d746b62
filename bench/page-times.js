/** Builds a site once with the compiled program and prints the milliseconds of each turn, in order, as JSON: `node bench/page-times.js SOURCE DESTINATION`. */
import { build, createReporter, loadConfig, PLAIN } from '../lib/index.js';

const [source, destination] = process.argv.slice(2);
const times = [];
let last = 0;
const reporter = createReporter({
  level: 'error',
  streams: { out: () => {}, err: (text) => process.stderr.write(text) },
  colors: { out: PLAIN, err: PLAIN },
  progress: {
    step(stage) {
      const now = performance.now();
      if (stage === 'Rendering') times.push(now - last);
      last = now;
    },
    clear() {},
  },
});
const config = loadConfig({
  directory: source,
  flags: { source, destination, future: true },
  environment: process.env,
  reporter,
});
const { ok } = await build({ config, reporter });
if (!ok) process.exitCode = 1;
console.log(JSON.stringify(times));
