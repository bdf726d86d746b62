/**
 * Where CSL's styles and locales come from: files of the site, by their path or in its folder `_csl`; else those of npm's
 * `@citation-js/plugin-csl` in the site's `node_modules`, which has a few. The gem brings all styles there are along, and fetches what is an
 * address; a build here asks the network for themes alone.
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
  /** The file of the site's that it is; `null` for a package's. */
  readonly key: DependencyKey | null;
}

const PACKAGE = 'node_modules/@citation-js/plugin-csl/lib';

/** Styles that stand for others may not do so in a circle. */
const MOST_PARENTS = 5;

/** Where files of the site are looked for: that one comes up there makes a difference. */
export function keysOfCandidates(style: string, locale: string): readonly DependencyKey[] {
  return [...styleNames(style), ...localeNames(locale)].map((name) => `source:${name}` as const);
}

function styleNames(name: string): readonly string[] {
  const own = withoutEnding(name);
  return [name, `${own}.csl`, `_csl/${own}.csl`];
}

function localeNames(language: string): readonly string[] {
  const name = `locales-${tagOf(language)}.xml`;
  return [language, `_csl/${name}`, name];
}

function withoutEnding(name: string): string {
  return name.replace(/\.csl$/, '');
}

function tagOf(language: string): string {
  return normalizeLocaleTag(language) ?? language;
}

/** A style by its name or path; one that only names another stands for it. `null` when there is none. */
export function findStyle(name: string, config: Config, depth = 0): CslFile | null {
  const file = siteFile(styleNames(name), config) ?? packageFile('styles.json', withoutEnding(name), config);
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
  return siteFile(localeNames(language), config) ?? packageFile('locales.json', tagOf(language), config);
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
