/** What a theme says about itself: its gem's specification, or its package.json. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { ThemeDescription as Description } from '../model/theme.js';

type ThemeDescription = Omit<Description, 'root' | 'metadata'>;

/** @param folder the theme's, absolute; an installed gem's specification stands in a folder beside all gems */
export function describeTheme(folder: string): ThemeDescription {
  const specification = findSpecification(folder);
  if (specification !== null) return readSpecification(readFileSync(specification, 'utf8'));
  const packageFile = join(folder, 'package.json');
  if (existsSync(packageFile)) return readPackage(readFileSync(packageFile, 'utf8'));
  return { version: '', authors: [], description: '', dependencies: [] };
}

function findSpecification(folder: string): string | null {
  const installed = join(dirname(dirname(folder)), 'specifications', `${basename(folder)}.gemspec`);
  if (existsSync(installed)) return installed;
  const own = readdirSync(folder).find((name) => name.endsWith('.gemspec'));
  return own === undefined ? null : join(folder, own);
}

/** A specification is Ruby; its plain assignments are read, anything computed is left out. */
function readSpecification(text: string): ThemeDescription {
  const assigned = (name: string): string =>
    new RegExp(`^\\s*\\w+\\.${name}\\s*=\\s*(.*)$`, 'm').exec(text)?.[1] ?? '';
  const first = (name: string): string => strings(assigned(name))[0] ?? '';
  // An installed specification repeats everything for old versions of RubyGems, there without the word `runtime`.
  const runtime = [...text.matchAll(/^\s*\w+\.add_runtime_dependency\b(.*)$/gm)];
  const listed = runtime.length > 0 ? runtime : [...text.matchAll(/^\s*\w+\.add_dependency\b(.*)$/gm)];
  return {
    version: first('version'),
    authors: strings(assigned('authors?')),
    description: first('description') || first('summary'),
    dependencies: [...new Set(listed.flatMap(([, markup]) => strings(markup!).slice(0, 1)))],
  };
}

function strings(markup: string): string[] {
  return [...markup.matchAll(/"([^"]*)"|'([^']*)'/g)].map(([, double, single]) => double ?? single ?? '');
}

function readPackage(text: string): ThemeDescription {
  const { version, author, description } = JSON.parse(text) as Record<string, unknown>;
  return {
    version: typeof version === 'string' ? version : '',
    authors: typeof author === 'string' ? [author] : [],
    description: typeof description === 'string' ? description : '',
    dependencies: [],
  };
}
