/**
 * Where CSL's styles and locales come from: files of the site, by their path or in its folder `_csl`; else those of npm's
 * `@citation-js/plugin-csl` in the site's `node_modules`, which has a few. The gem brings all styles there are along, and fetches what is an
 * address; a build here does not use the network.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { normalizeLocaleTag } from '../../csl/locale-tag.js';
import type { Config } from '../../model/config.js';
import type { DependencyKey } from '../../model/dependency.js';
import { slashed } from '../../ruby/file-path.js';
import { isFile } from '../../ruby/file-test.js';

/** A style or a locale. */
export interface CslFile {
  readonly text: string;
  /** For messages: from the site's folder. */
  readonly path: string;
  /** What is recorded of it; `null` for a package's. */
  readonly key: DependencyKey | null;
}

const PACKAGE = 'node_modules/@citation-js/plugin-csl/lib';

/** Styles that stand for others may not do so in a circle. */
const MOST_PARENTS = 5;

/** A style by its name or path; one that only names another stands for it. `null` when there is none. */
export function findStyle(name: string, config: Config, depth = 0): CslFile | null {
  const own = name.replace(/\.csl$/, '');
  const file =
    siteFile([name, `${own}.csl`, `_csl/${own}.csl`], config) ?? packageFile('styles.json', own, config);
  const parent = file === null ? undefined : parentOf(file.text);
  if (parent === undefined || depth === MOST_PARENTS) return file;
  return findStyle(parent, config, depth + 1);
}

/** The style that a dependent one stands for. */
function parentOf(text: string): string | undefined {
  const links = [...text.matchAll(/<link\b[^>]*>/g)].map(([link]) => link);
  const parent = links.find((link) => /\brel="independent-parent"/.test(link));
  return /\bhref="[^"]*?([^"/]+)"/.exec(parent ?? '')?.[1];
}

/** A locale by its language, e.g. `de`, or path. `null` when there is none; American English is known without. */
export function findLocale(language: string, config: Config): CslFile | null {
  const tag = normalizeLocaleTag(language) ?? language;
  const name = `locales-${tag}.xml`;
  return siteFile([language, `_csl/${name}`, name], config) ?? packageFile('locales.json', tag, config);
}

function siteFile(names: readonly string[], { directories }: Config): CslFile | null {
  const { source, root } = directories;
  const path = names.map((name) => join(source, name)).find(isFile);
  if (path === undefined) return null;
  return {
    text: readFileSync(path, 'utf8'),
    path: slashed(relative(root, path)),
    key: `source:${slashed(relative(source, path))}`,
  };
}

function packageFile(list: string, name: string, { directories }: Config): CslFile | null {
  const path = join(directories.root, PACKAGE, list);
  if (!existsSync(path)) return null;
  const texts: Readonly<Record<string, unknown>> = JSON.parse(readFileSync(path, 'utf8'));
  const text = Object.hasOwn(texts, name) ? texts[name] : undefined;
  return typeof text === 'string' ? { text, path: `${PACKAGE}/${list}`, key: null } : null;
}
