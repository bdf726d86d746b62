import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { packageRoot } from '../line/package-root.js';

/** What stands for a placeholder `__NAME__` in a template's text or file name, by `NAME`. */
export type Substitutions = Readonly<Record<string, string>>;

/** One file to write: its path below the target and its text. */
export interface ScaffoldFile {
  readonly path: string;
  readonly text: string;
}

/** The files of `scaffold/NAME` with the placeholders filled, sorted by path. */
export function readScaffold(name: string, substitutions: Substitutions): ScaffoldFile[] {
  const root = join(packageRoot(), 'scaffold', name);
  return filesBelow(root, '').map((path) => ({
    path: fill(targetPath(path), substitutions),
    text: fill(readFileSync(join(root, path), 'utf8'), substitutions),
  }));
}

/** Writes the files below the folder, making folders as needed, over what is there. */
export function writeScaffold(folder: string, files: readonly ScaffoldFile[]): void {
  for (const { path, text } of files) {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
}

/** npm leaves `.gitignore` out of packages, so templates spell it without the dot. */
function targetPath(path: string): string {
  return path.replace(/(^|\/)gitignore$/, '$1.gitignore');
}

function fill(text: string, substitutions: Substitutions): string {
  return text.replace(/__([A-Z_]+?)__/g, (placeholder, name: string) => substitutions[name] ?? placeholder);
}

function filesBelow(root: string, folder: string): string[] {
  return readdirSync(join(root, folder))
    .sort()
    .flatMap((name) => {
      const path = folder === '' ? name : `${folder}/${name}`;
      return statSync(join(root, path)).isDirectory() ? filesBelow(root, path) : [path];
    });
}
