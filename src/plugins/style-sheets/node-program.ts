/** Programs of a site's npm packages, which its gems would call. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConversionError } from '../../model/plugin.js';

/** Larger outputs are an error, in bytes. */
const LARGEST_OUTPUT = 2 ** 28;

/**
 * Runs a program in the site's folder and waits for its end.
 *
 * @param args  what stands behind `node`
 * @param input its standard input
 * @returns its standard output
 * @throws ConversionError with what it said
 */
export function runNode(
  args: readonly string[],
  root: string,
  input = '',
  environment: Readonly<Record<string, string>> = {},
): string {
  const { spawnSync } = process.getBuiltinModule('node:child_process');
  const { status, stdout, stderr, error } = spawnSync(process.execPath, args, {
    cwd: root,
    input,
    encoding: 'utf8',
    maxBuffer: LARGEST_OUTPUT,
    env: { ...process.env, ...environment },
  });
  if (status === 0) return stdout;
  const said = stderr.trim() || stdout.trim() || String(error ?? `It ended with ${status}.`);
  throw new ConversionError(said, null, { cause: error });
}

/** Whether a site has a package; gems look nowhere else. */
export function hasPackage(name: string, root: string): boolean {
  return existsSync(manifestOf(name, root));
}

/** The file of a program; `null` when the site has no such package, or the package no such program. */
export function programOf(packageName: string, program: string, root: string): string | null {
  if (!hasPackage(packageName, root)) return null;
  const { bin = {} } = JSON.parse(readFileSync(manifestOf(packageName, root), 'utf8'));
  const file: string | undefined = typeof bin === 'string' ? bin : bin[program];
  return file === undefined ? null : join(root, 'node_modules', packageName, file);
}

function manifestOf(name: string, root: string): string {
  return join(root, 'node_modules', name, 'package.json');
}
