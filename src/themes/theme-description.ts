/** What a theme says of itself: the specification of its gem, its `package.json`, or the `.gemspec` of its repository. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { SiteError } from '../model/diagnostic.js';
import type { ThemeDescription } from '../model/theme.js';
import * as messages from '../report/messages.js';
import { joinPaths } from '../ruby/file-path.js';
import { isFile } from '../ruby/file-test.js';
import type { RubyHash } from '../ruby/value.js';
import { readTreeNotes } from './tree-notes.js';

/** The description of the theme in a folder; empty where it says nothing. */
export function describeTheme(root: string): ThemeDescription {
  const noted = readTreeNotes(root)?.specification ?? null;
  if (noted !== null)
    return { root, isRemote: false, ...noted, metadata: new Map(Object.entries(noted.metadata)) };
  const specification = findSpecification(root);
  if (specification !== null) return readSpecification(root, readFileSync(specification, 'utf8'));
  const manifest = joinPaths(root, 'package.json');
  return readManifest(root, existsSync(manifest) ? readFileSync(manifest, 'utf8') : '{}');
}

/**
 * The description of what `remote_theme` names: of its specification, which need not be one, what stands in lines of a certain form
 * (jekyll-remote-theme 0.5, `MockGemspec`).
 *
 * @param name the theme's, which the specification's file goes by
 */
export function describeRemoteTheme(root: string, name: string): ThemeDescription {
  const path = [name, `jekyll-theme-${name}`].map((one) => joinPaths(root, `${one}.gemspec`)).find(isFile);
  const text = path === undefined ? '' : readFileSync(path, 'utf8');
  const value = (key: string, pattern: string): string | null =>
    new RegExp(`^\\s*[a-z_]+\\.${key}\\s*=\\s*${pattern}`, 'm').exec(text)?.[1] ?? null;
  const quoted = `["'](.*?)["']`;
  const version = value('version', `["']([^"']+)["']`) ?? '';
  const names = [...(value('authors', '\\[([^\\]]*)\\]') ?? '').matchAll(/["']([^"']+)["']/g)];
  const needed = [...text.matchAll(/^\s*[a-z]+\.add_(?:runtime_)?dependency\(?\s*["']([a-z_-]+)["']/gm)];
  return {
    root,
    isRemote: true,
    version: isVersion(version) ? version : '0.0.0',
    authors: names.map(([, author]) => author!),
    description: value('description', quoted) ?? value('summary', quoted) ?? '',
    metadata: new Map(),
    dependencies: needed.map(([, gem]) => gem!).filter((gem) => gem !== 'jekyll'),
  };
}

/** What `Gem::Version` takes. */
function isVersion(text: string): boolean {
  return /^\s*\d+(?:\.[\da-zA-Z]+)*(?:-[\da-zA-Z-]+(?:\.[\da-zA-Z-]+)*)?\s*$/.test(text);
}

/** Of an installed gem in `gems/NAME-VERSION`, `specifications/NAME-VERSION.gemspec`; else a `.gemspec` in the folder. */
function findSpecification(root: string): string | null {
  const installed = joinPaths(dirname(dirname(root)), `specifications/${basename(root)}.gemspec`);
  if (existsSync(installed)) return installed;
  const own = readdirSync(root)
    .sort()
    .find((name) => name.endsWith('.gemspec'));
  return own === undefined ? null : joinPaths(root, own);
}

/** A Ruby string literal: quoted, or `%q<…>` and its like. */
const LITERAL = String.raw`(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|%[qQ]?(?:<([^>]*)>|\{([^}]*)\}|\(([^)]*)\)))`;

/** Specifications are Ruby; those that gems come with assign literals, which is all that is looked for. */
function readSpecification(root: string, text: string): ThemeDescription {
  const value = (key: string): string => literals(`\\.${key} *= *${LITERAL}`, text)[0] ?? '';
  const listed = /\.authors *= *\[([^\]]*)\]/.exec(text)?.[1] ?? '';
  const metadata: RubyHash = new Map();
  const pairs = [
    ...(/\.metadata *= *\{([^}]*)\}/.exec(text)?.[1] ?? '').matchAll(new RegExp(LITERAL, 'g')),
  ].map(unquote);
  for (let index = 0; index + 1 < pairs.length; index += 2) metadata.set(pairs[index]!, pairs[index + 1]!);
  const needed = literals(`\\.add_(?:runtime_)?dependency[ (]*${LITERAL}`, withoutOldRubygems(text));
  return {
    root,
    isRemote: false,
    version: value('version'),
    authors: listed === '' ? [value('author')].filter((author) => author !== '') : literals(LITERAL, listed),
    description: value('description') || value('summary'),
    metadata,
    dependencies: [...new Set(needed)].filter((name) => name !== 'jekyll'),
  };
}

/** Generated specifications repeat all dependencies, those for development too, for Rubygems before 1.2. */
function withoutOldRubygems(text: string): string {
  return text.includes('add_runtime_dependency') ? text.replaceAll(/\.add_dependency[^\n]*/g, '') : text;
}

function literals(pattern: string, text: string): string[] {
  return [...text.matchAll(new RegExp(pattern, 'g'))].map(unquote);
}

function unquote(match: RegExpMatchArray): string {
  const inner = match.slice(1).find((group) => group !== undefined) ?? '';
  return inner.replace(/\\(["'\\])/g, '$1');
}

function readManifest(root: string, text: string): ThemeDescription {
  const manifest = parseManifest(root, text);
  const fields =
    typeof manifest === 'object' && manifest !== null ? (manifest as Record<string, unknown>) : {};
  const field = (key: string): string => (typeof fields[key] === 'string' ? fields[key] : '');
  return {
    root,
    isRemote: false,
    version: field('version'),
    authors: [field('author')].filter((author) => author !== ''),
    description: field('description'),
    metadata: new Map(),
    dependencies: [],
  };
}

function parseManifest(root: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const path = joinPaths(root, 'package.json');
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new SiteError({ ...messages.configSyntax(reason, path, { file: path }), cause });
  }
}
