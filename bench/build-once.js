/** Builds a site once with the compiled program and prints what it cost as JSON: `node bench/build-once.js SOURCE DESTINATION`. */
import { build, createReporter, loadConfig, PLAIN } from '../lib/index.js';

const [source, destination] = process.argv.slice(2);
const reporter = createReporter({
  level: 'error',
  streams: { out: () => {}, err: (text) => process.stderr.write(text) },
  colors: { out: PLAIN, err: PLAIN },
});
const config = loadConfig({
  directory: source,
  // Of a hundred thousand posts most have their date to come.
  flags: { source, destination, future: true },
  environment: process.env,
  reporter,
});
const { ok, pages, stages } = await build({ config, reporter });
if (!ok) process.exitCode = 1;
const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
const cpu = (userCPUTime + systemCPUTime) / 1e6;
console.log(JSON.stringify({ pages, stages, cpu, memory: maxRSS / 1024 }));
