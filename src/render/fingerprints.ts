/** What stands behind each key of an output, as a short text that is another one when the value is. */
import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import fastGlob from 'fast-glob';
import type { Config } from '../model/config.js';
import {
  type CarriedName,
  type DependencyKey,
  type DependencyKind,
  kindOf,
  type MemberGroup,
  splitKey,
} from '../model/dependency.js';
import type { Directories } from '../model/directories.js';
import type { Page, Renderable, SiteFile } from '../model/page.js';
import { printOf } from '../reuse/print.js';
import type { KeyShape } from '../reuse/read-keys.js';
import type { Recorder } from '../reuse/recorder.js';
import { isWithin, pathWithin, slashed } from '../ruby/file-path.js';
import { inspect } from '../ruby/inspect.js';
import { strftime } from '../ruby/time/strftime.js';
import { presentTime, type RubyTime } from '../ruby/time/time.js';
import type { Value } from '../ruby/value.js';
import { gitFiles } from '../site/git-files.js';
import { allDocuments, allStaticFiles, listedStaticFiles } from '../site/site-files.js';
import type { Includes } from './includes.js';
import { Links } from './links.js';
import { type MemberParts, MemberPrints } from './member-prints.js';
import { isMovingKind, shapeKeys } from './shape-keys.js';
import type { ReadTurn } from './turn-prints.js';

/** What fingerprints are taken of. */
export interface FingerprintParts extends MemberParts {
  readonly recorder: Recorder;
  readonly includes: Includes;
  /** What stands for code of plugins, by name. */
  readonly code: ReadonlyMap<string, string>;
}

/** The parts of a key behind its kind. */
interface KeyParts {
  readonly of: string;
  readonly attribute: string | null;
}

/** The value behind a key as text, `null` for nothing: no file, no such name. */
type ValueBehind = (parts: KeyParts) => string | null;

/** Kinds of which somebody else knows the fingerprints. */
type OtherKind = 'members' | 'page' | 'collection';

/**
 * Fingerprints of one site while it is rendered: content, lists and carried state are as they stand at that moment. What stays as it is for
 * the whole build is looked at once; over the members of a group stands a sum of their fingerprints, corrected at each turn.
 */
export class Fingerprints {
  readonly members: MemberPrints;
  private readonly values: Readonly<Record<Exclude<DependencyKind, OtherKind>, ValueBehind>>;
  private readonly steady = new Map<DependencyKey, string>();
  /** What each steady key was when it was looked at first; '' for one that was another later. */
  private readonly seen = new Map<DependencyKey, string>();
  private readonly shapes = new Map<KeyShape, { readonly epoch: number; readonly print: string }>();
  /** Another number when what is steady is another. */
  epoch = 0;

  constructor(private readonly parts: FingerprintParts) {
    this.members = new MemberPrints(parts);
    this.values = { ...ofFiles(parts), ...ofSite(parts), ...ofBuild(parts) };
  }

  /** A text that is another one when what stands behind the key is; chance never has the same twice. */
  of(key: DependencyKey): string {
    const known = this.steady.get(key);
    if (known !== undefined) return known;
    const kind = kindOf(key);
    const parts = splitKey(key);
    const { of, attribute } = parts;
    if (kind === 'page') return this.members.valueOf(of, attribute);
    if (kind === 'members') return this.members.sumOf(of as MemberGroup, attribute!);
    if (kind === 'collection')
      return this.parts.site.collections.has(of) ? this.members.listOf(`collection ${of}`) : '';
    const print = printOf(this.values[kind](parts));
    if (!isMovingKind(kind)) this.steady.set(key, print);
    return print;
  }

  /** The steady keys of a shape together. */
  ofShape(shape: KeyShape): string {
    const known = this.shapes.get(shape);
    if (known?.epoch === this.epoch) return known.print;
    const prints = shapeKeys(shape).steady.map((key) => this.note(key, this.of(key)));
    const print = printOf(prints.join('\0'));
    this.shapes.set(shape, { epoch: this.epoch, print });
    return print;
  }

  private note(key: DependencyKey, print: string): string {
    const seen = this.seen.get(key);
    if (seen === undefined) this.seen.set(key, print);
    else if (seen !== print) this.seen.set(key, UNSTEADY);
    return print;
  }

  /** Fingerprints of steady keys of shapes that were the same all the time. */
  get constant(): ReadonlyMap<DependencyKey, string> {
    return new Map([...this.seen].filter(([, print]) => print !== UNSTEADY));
  }

  /** Notes that a page or document has had its turn, and what that read. */
  turned(file: Renderable, read: ReadTurn): void {
    this.members.turned(file, read);
  }

  /** Notes that a hook is about to write front matter. */
  beforeWrite(): void {
    this.members.beforeWrite();
  }

  /** Notes that a hook wrote front matter of a page or document. */
  wrote(file: Renderable, name: string): void {
    this.epoch++;
    this.members.wrote(file, [name, '*']);
  }

  /** Notes that a page came up. */
  added(page: Page): void {
    this.epoch++;
    for (const list of LISTS_OF_PAGES) this.steady.delete(`site:${list}`);
    this.members.added(page);
  }
}

const LISTS_OF_PAGES = ['pages', 'html_pages'] as const;

/** No fingerprint. */
const UNSTEADY = ' ';

type FileKind = 'source' | 'include' | 'sass' | 'sass-names' | 'modified';

/** Looked up again as when they were read, so that a file which comes up in an earlier folder is noticed. */
function ofFiles({ site, includes }: FingerprintParts): Record<FileKind, ValueBehind> {
  const { directories } = site.config;
  const began = Date.now();
  const sassPath = (name: string): string => sassFile(name, directories);
  let commits: string | undefined;
  return {
    source: ({ of }) => includes.textOf(of),
    include: ({ of }) => includes.located(of),
    // Sass reads files itself: of one that was saved since, nobody knows which text it has seen.
    sass: ({ of }) => (isSavedSince(began, sassPath(of)) ? unique() : textOf(sassPath(of))),
    'sass-names': ({ of }) => sassNames(sassPath(of), directories),
    // A commit changes when Git says a file was modified.
    modified({ of }) {
      commits ??= printOf(gitFiles(directories.root).map(textOf).join('\0'));
      return `${commits}\0${statSync(join(directories.source, of)).mtimeMs}`;
    },
  };
}

/** The names of the style sheets in a folder and below, without those that builds make. */
function sassNames(folder: string, { destination, cache }: Directories): string {
  const made = [destination, cache].filter((path) => isWithin(folder, path));
  const ignore = made.map((path) => `${fastGlob.escapePath(pathWithin(folder, slashed(path)))}/**`);
  return fastGlob.sync('**/*.{sass,scss,css}', { cwd: folder, ignore }).sort().join('\0');
}

/** Absolute path of a Sass file or folder that a key names. */
export function sassFile(name: string, { root, theme }: Directories): string {
  if (isAbsolute(name)) return name;
  return theme !== null && name.startsWith('theme/') ? join(theme, name.slice(6)) : join(root, name);
}

/** No setting. */
const COLLECTION = '\0collection';

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
      // What was a setting, or nothing, when it was read.
      if (site.collections.has(of)) return COLLECTION;
      const list = lists[of]?.().map(({ id, url }) => `${id} ${url}`) ?? site.pageLists?.get(of);
      return list === undefined ? textOfValue(settings.get(of)) : list.join('\0');
    },
    data: ({ of }) =>
      of === '*' ? [...site.data.keys()].map(String).join('\0') : textOfValue(site.data.get(of)),
    layout({ of }) {
      const layout = site.layouts.get(of);
      if (layout === undefined) return null;
      const failure = layout.failure === undefined ? '' : `\0${layout.failure.message}`;
      return `${layout.path}\0${inspect(layout.data)}\0${layout.body}${failure}`;
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

type BuildKind = 'time' | 'env' | 'code' | 'carried' | 'random' | 'unseen';

function ofBuild({ site, recorder, code }: FingerprintParts): Record<BuildKind, ValueBehind> {
  const { config, time } = site;
  return {
    time: ({ of }) => (of === 'time' ? inspect(time) : textOfTime(of, time, config)),
    env: ({ of }) => textOfVariable(of, config),
    code: ({ of }) => code.get(of) ?? null,
    carried: ({ of, attribute }) => {
      const name = (attribute === null ? of : `${of}\0${attribute}`) as CarriedName;
      return recorder.printOf(name);
    },
    random: unique,
    unseen: unique,
  };
}

/** Both the site's moment and the clock's are read through formats. */
function textOfTime(
  format: string,
  time: RubyTime,
  { sourceDate }: Config,
  now = presentTime(sourceDate),
): string {
  return `${strftime(time, format)}\0${strftime(now, format)}`;
}

function textOfVariable(name: string, { environment, variables }: Config): string | null {
  return name === 'JEKYLL_ENV' ? environment : (variables[name] ?? null);
}

/** What a format prints of the site's moment, and of the present one. */
export function printOfTime(...parts: Parameters<typeof textOfTime>): string {
  return printOf(textOfTime(...parts));
}

/** What a variable of the environment is. */
export function printOfEnvironment(name: string, config: Config): string {
  return printOf(textOfVariable(name, config));
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
