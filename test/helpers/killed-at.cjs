/**
 * Ends its own process like a crash at the call of the file system that `KILLED_AT` says, counted from 1: before it, and where bytes are
 * written after half of them. Tells on standard error what the call was about.
 */
'use strict';
const fs = require('node:fs');

const last = Number(process.env.KILLED_AT);
let calls = 0;

function end(name, path) {
  fs.writeSync(2, `${name} ${path}\n`);
  process.kill(process.pid, 'SIGKILL');
}

/** Of open files, by descriptor. */
const paths = new Map();
const { openSync } = fs;
const writeSync = fs.writeSync;

for (const name of ['readFileSync', 'openSync', 'mkdirSync', 'renameSync', 'rmSync', 'copyFileSync', 'utimesSync']) {
  const run = fs[name];
  fs[name] = (...args) => {
    if (typeof args[0] === 'string' && isOfSite(args[0]) && ++calls === last) end(name, args[0]);
    const made = run(...args);
    if (run === openSync) paths.set(made, args[0]);
    return made;
  };
}

for (const name of ['writeFileSync', 'writeSync']) {
  const run = fs[name];
  fs[name] = (target, data, ...rest) => {
    const path = typeof target === 'string' ? target : paths.get(target);
    if (path === undefined || !isOfSite(path) || ++calls !== last) return run(target, data, ...rest);
    const bytes = typeof data === 'string' ? Buffer.from(data) : Buffer.from(data.buffer, data.byteOffset, data.length);
    run(target, bytes.subarray(0, bytes.length >> 1));
    writeSync(2, `${name} ${path}\n`);
    return process.kill(process.pid, 'SIGKILL');
  };
}

function isOfSite(path) {
  return path.startsWith(process.cwd());
}
