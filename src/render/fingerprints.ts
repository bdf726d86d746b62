/** What stands behind each key of an output, as a short text that is another one when the value is. */
import { hash, randomUUID } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import fastGlob from 'fast-glob';
import {
  attributeKey,
  type CarriedName,
  type DependencyKey,
  type DependencyKind,
  kindOf,
  type MemberGroup,
  splitKey,
} from '../model/dependency.js';
import type { Page, Renderable, SiteFile } from '../model/page.js';
import type { Site } from '../model/site.js';
import type { Recorder } from '../reuse/recorder.js';
import { inspect } from '../ruby/inspect.js';
import { strftime } from '../ruby/time/strftime.js';
import { presentTime } from '../ruby/time/time.js';
import type { Value } from '../ruby/value.js';
import { allDocuments, allStaticFiles, listedStaticFiles } from '../site/site-files.js';
import type { Includes } from './includes.js';
import { Links } from './links.js';
import { MemberPrints } from './member-prints.js';
import type { RenderState } from './render-state.js';

/** What fingerprints are taken of. */
export interface FingerprintParts {
  readonly site: Site;
  readonly state: RenderState;
  readonly recorder: Recorder;
  readonly includes: Includes;
  /** All pages so far. */
  readonly pages: () => readonly SiteFile[];
}

/** The parts of a key behind its kind. */
interface KeyParts {
  readonly of: string;
  readonly attribute: string | null;
}

/** The value behind a key as text, `null` for nothing: no file, no such name. */
type ValueBehind = (parts: KeyParts) => string | null;

/**
 * Fingerprints of one site while it is rendered: content, lists and carried state are as they stand at that moment. What stays as it is for
 * the whole build is looked at once; over the members of a group stands a sum of their fingerprints, corrected at each turn.
 */
export class Fingerprints {
  private readonly values: Readonly<Record<DependencyKind, ValueBehind>>;
  private readonly steady = new Map<DependencyKey, string>();
  private readonly members: MemberPrints;

  constructor(parts: FingerprintParts) {
    this.members = new MemberPrints(parts);
    this.values = {
      ...ofFiles(parts),
      ...ofSite(parts),
      ...ofMembers(parts, this.members),
      ...ofBuild(parts),
    };
  }

  /** A text of 43 characters; chance never has the same twice. */
  of(key: DependencyKey): string {
    const known = this.steady.get(key);
    if (known !== undefined) return known;
    const parts = splitKey(key);
    const print = printOf(this.values[kindOf(key)](parts));
    if (isSteady(kindOf(key), parts)) this.steady.set(key, print);
    return print;
  }

  /** Notes that a page or document has had its turn. @param print stands for what came of it */
  turned(file: Renderable, print: string): void {
    this.members.turned(file, print);
  }

  /** Notes that a hook wrote front matter of a page or document. */
  wrote({ id }: Renderable, group: MemberGroup, name: string): void {
    this.steady.delete(`page:${id}`);
    for (const attribute of [name, '*']) {
      this.steady.delete(attributeKey(id, attribute));
      this.members.wrote(group, id, attribute);
    }
  }

  /** Notes that a page came up. */
  added(page: Page): void {
    for (const list of LISTS_OF_PAGES) this.steady.delete(`site:${list}`);
    this.steady.delete(`page:${page.id}`);
    this.members.added(page);
  }
}

const LISTS_OF_PAGES = ['pages', 'html_pages'] as const;

/** A text of 43 characters. */
export function printOf(value: string | null): string {
  return hash('sha256', value === null ? '' : `=${value}`, 'base64url');
}

/** Whether what stands behind a key stays the same while a site is rendered, but for what hooks write and pages that come up. */
function isSteady(kind: DependencyKind, { attribute }: KeyParts): boolean {
  if (kind === 'time' || kind === 'carried' || kind === 'random' || kind === 'members') return false;
  return kind !== 'page' || (attribute !== 'content' && attribute !== 'output');
}

type FileKind = 'source' | 'include' | 'sass' | 'sass-names' | 'modified';

/** Looked up again as when they were read, so that a file which comes up in an earlier folder is noticed. */
function ofFiles({ site, includes }: FingerprintParts): Record<FileKind, ValueBehind> {
  const { source, root, theme } = site.config.directories;
  const began = Date.now();
  const sassPath = (name: string): string => {
    if (isAbsolute(name)) return name;
    return theme !== null && name.startsWith('theme/') ? join(theme, name.slice(6)) : join(root, name);
  };
  return {
    source: ({ of }) => includes.textOf(of),
    include: ({ of }) => includes.located(of),
    // Sass reads files itself: of one that was saved since, nobody knows which text it has seen.
    sass: ({ of }) => (isSavedSince(began, sassPath(of)) ? unique() : textOf(sassPath(of))),
    'sass-names': ({ of }) =>
      fastGlob
        .sync('**/*.{sass,scss,css}', { cwd: sassPath(of) })
        .sort()
        .join('\0'),
    // A commit changes when Git says a file was modified.
    modified: ({ of }) => `${textOf(join(root, '.git/logs/HEAD'))}\0${statSync(join(source, of)).mtimeMs}`,
  };
}

type SiteKind = 'config' | 'site' | 'data' | 'layout' | 'theme' | 'link' | 'post';

function ofSite({ site, pages }: FingerprintParts): Record<SiteKind, ValueBehind> {
  const { settings, themeDescription } = site.config;
  const links = new Links(site);
  const lists: Readonly<Record<string, () => readonly SiteFile[]>> = {
    pages,
    html_pages: pages,
    static_files: () => listedStaticFiles(site),
    documents: () => [...allDocuments(site), ...allStaticFiles(site)],
  };
  return {
    config: ({ of }) => textOfValue(settings.get(of)),
    site({ of }) {
      if (of === '*') return [...settings.keys()].map(String).join('\0');
      if (of === 'collections')
        return [...site.collections]
          .map(([label, { config }]) => label + inspect(config.metadata))
          .join('\0');
      const list = lists[of]?.().map(({ id, url }) => `${id} ${url}`) ?? site.pageLists?.get(of);
      return list === undefined ? textOfValue(settings.get(of)) : list.join('\0');
    },
    data: ({ of }) =>
      of === '*' ? [...site.data.keys()].map(String).join('\0') : textOfValue(site.data.get(of)),
    layout({ of }) {
      const layout = site.layouts.get(of);
      return layout === undefined ? null : `${layout.path}\0${inspect(layout.data)}\0${layout.body}`;
    },
    theme({ of }) {
      if (themeDescription === null) return null;
      const { root, metadata, ...rest } = themeDescription;
      return of === 'root' ? root : JSON.stringify({ ...rest, metadata: inspect(metadata) });
    },
    link: ({ of }) => links.findFile(of)?.url ?? null,
    post: ({ of }) => links.findPost(of)?.target.url ?? null,
  };
}

type MemberKind = 'collection' | 'members' | 'page';

function ofMembers({ site }: FingerprintParts, members: MemberPrints): Record<MemberKind, ValueBehind> {
  return {
    collection: ({ of }) =>
      site.collections
        .get(of)
        ?.documents.map(({ id }) => id)
        .join('\0') ?? null,
    members: ({ of, attribute }) => members.sumOf(of as MemberGroup, attribute!),
    page: ({ of, attribute }) => members.valueOf(of, attribute),
  };
}

type BuildKind = 'time' | 'env' | 'carried' | 'random';

function ofBuild({ site, recorder }: FingerprintParts): Record<BuildKind, ValueBehind> {
  const { config, time } = site;
  return {
    // Both the site's moment and the clock's are read through formats.
    time: ({ of }) =>
      of === 'time'
        ? inspect(time)
        : `${strftime(time, of)}\0${strftime(presentTime(config.sourceDate), of)}`,
    env: ({ of }) => (of === 'JEKYLL_ENV' ? config.environment : (config.variables[of] ?? null)),
    carried: ({ of, attribute }) => {
      const name = (attribute === null ? of : `${of}\0${attribute}`) as CarriedName;
      return recorder.printOf(name);
    },
    random: unique,
  };
}

/** A text that never comes again. */
function unique(): string {
  return randomUUID();
}

/** Times of files are rounded down, in steps of some milliseconds. */
const GRAIN = 10;

function isSavedSince(moment: number, path: string): boolean {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats !== undefined && stats.mtimeMs > moment - GRAIN;
}

function textOf(path: string): string | null {
  return existsSync(path) ? readFileSync(path, 'latin1') : null;
}

function textOfValue(value: Value | undefined): string | null {
  return value === undefined ? null : inspect(value);
}
