/** What stands behind each key of an output, as a short text that is another one when the value is. */
import { hash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import fastGlob from 'fast-glob';
import {
  type CarriedName,
  type DependencyKey,
  type DependencyKind,
  kindOf,
  splitKey,
} from '../model/dependency.js';
import type { SiteFile } from '../model/page.js';
import type { Site } from '../model/site.js';
import type { Recorder } from '../reuse/recorder.js';
import { inspect } from '../ruby/inspect.js';
import { strftime } from '../ruby/time/strftime.js';
import { presentTime } from '../ruby/time/time.js';
import type { Value } from '../ruby/value.js';
import { allDocuments, allStaticFiles, listedStaticFiles } from '../site/site-files.js';
import { attributeOf, identityOf } from './file-attributes.js';
import { Links } from './links.js';
import type { RenderState } from './render-state.js';

/** What fingerprints are taken of. */
export interface FingerprintParts {
  readonly site: Site;
  readonly state: RenderState;
  readonly recorder: Recorder;
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

/** Fingerprints of one site while it is rendered: content, lists and carried state are as they stand at that moment. */
export class Fingerprints {
  private readonly values: Readonly<Record<DependencyKind, ValueBehind>>;

  constructor(parts: FingerprintParts) {
    this.values = { ...ofFiles(parts), ...ofSite(parts), ...ofMembers(parts), ...ofBuild(parts) };
  }

  /** A text of 43 characters; chance never has the same twice. */
  of(key: DependencyKey): string {
    const value = this.values[kindOf(key)](splitKey(key));
    return hash('sha256', value === null ? '' : `=${value}`, 'base64url');
  }
}

type FileKind = 'source' | 'include' | 'sass' | 'sass-names' | 'modified';

/** Looked up again as when they were read, so that a file which comes up in an earlier folder is noticed. */
function ofFiles({ site }: FingerprintParts): Record<FileKind, ValueBehind> {
  const { source, includes, root, theme } = site.config.directories;
  const sassPath = (name: string): string => {
    if (isAbsolute(name)) return name;
    return theme !== null && name.startsWith('theme/') ? join(theme, name.slice(6)) : join(root, name);
  };
  return {
    source: ({ of }) => textOf(join(source, of)),
    include({ of }) {
      const files = includes.map((folder) => join(folder, of));
      const index = files.findIndex((path) => existsSync(path));
      return index < 0 ? null : `${index}\0${textOf(files[index]!)}`;
    },
    sass: ({ of }) => textOf(sassPath(of)),
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

function ofMembers({ site, state, pages }: FingerprintParts): Record<MemberKind, ValueBehind> {
  const members = (group: string): readonly SiteFile[] => {
    if (group === 'pages') return pages();
    if (group === 'static files') return allStaticFiles(site);
    return site.collections.get(group.slice('collection '.length))?.documents ?? [];
  };
  const find = (id: string): SiteFile | undefined =>
    [...pages(), ...allDocuments(site), ...allStaticFiles(site)].find((file) => file.id === id);
  return {
    collection: ({ of }) =>
      site.collections
        .get(of)
        ?.documents.map(({ id }) => id)
        .join('\0') ?? null,
    members: ({ of, attribute }) =>
      members(of)
        .map((file) => `${file.id} ${attributeOf(file, attribute!, state)}`)
        .join('\0'),
    page({ of, attribute }) {
      const file = find(of);
      if (file === undefined) return null;
      return attribute === null ? identityOf(file) : attributeOf(file, attribute, state);
    },
  };
}

type BuildKind = 'time' | 'env' | 'carried' | 'random';

function ofBuild({ site, recorder }: FingerprintParts): Record<BuildKind, ValueBehind> {
  const { config, time } = site;
  let chances = 0;
  return {
    // Both the site's moment and the clock's are read through formats.
    time: ({ of }) =>
      of === 'time'
        ? inspect(time)
        : `${strftime(time, of)}\0${strftime(presentTime(config.sourceDate), of)}`,
    env: ({ of }) => (of === 'JEKYLL_ENV' ? config.environment : (config.variables[of] ?? null)),
    carried: ({ of, attribute }) => {
      const name = (attribute === null ? of : `${of}\0${attribute}`) as CarriedName;
      const value = recorder.valueOf(name);
      return value === undefined ? null : printed(value);
    },
    random: () => `${process.pid} ${performance.now()} ${(chances += 1)}`,
  };
}

function textOf(path: string): string | null {
  return existsSync(path) ? readFileSync(path, 'latin1') : null;
}

function textOfValue(value: Value | undefined): string | null {
  return value === undefined ? null : inspect(value);
}

/** Carried state is what templates hold, or a record of it. */
function printed(value: unknown): string {
  if (value instanceof Map) return inspect(value as Value);
  return JSON.stringify(value, (_key, item) => (item instanceof Map ? inspect(item as Value) : item));
}
