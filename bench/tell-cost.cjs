/**
 * Loaded before a program (`node --require`): says at its end what it cost, on the fourth stream, as JSON: milliseconds of processor time,
 * and its largest memory in MiB.
 */
const { writeSync } = require('node:fs');

process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  writeSync(3, JSON.stringify({ cpu: (userCPUTime + systemCPUTime) / 1000, memory: maxRSS / 1024 }));
});
