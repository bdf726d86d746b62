// The licences of the packages that bundles hold, which their authors ask to come with the code. Used by esbuild.config.js.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The text of THIRD-PARTY-NOTICES.txt for what was bundled: `inputs` are esbuild's, relative to the project's folder. */
export function thirdPartyNotices(root, inputs) {
  const folders = new Set(inputs.map(packageFolder).filter((folder) => folder !== null));
  const notices = [...folders].sort().map((folder) => notice(join(root, folder)));
  return ['Utterson holds code of these packages.\n', ...notices].join(`\n${'-'.repeat(80)}\n\n`);
}

/** `node_modules/@scope/name`, inside another package's `node_modules` too; `null` for a file of our own. */
function packageFolder(path) {
  return /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? null;
}

function notice(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  if (file === undefined) throw new Error(`${name} has no licence file to pass on`);
  return `${name} ${version} (${license})\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n`;
}
