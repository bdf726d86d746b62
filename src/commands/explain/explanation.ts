/** What is known of a path or an address, as data. */
import { resolve } from 'node:path';
import type { BuildResult } from '../../build.js';
import type { Config } from '../../model/config.js';
import { type DependencyKey, kindOf, splitKey } from '../../model/dependency.js';
import type { LeftOut, NearAddress } from '../../model/left-out.js';
import type { SiteFile } from '../../model/page.js';
import { type KeysOfKind, keysByKind, type RunReason, reasonInWords } from '../../reuse/explain-turns.js';
import { pathWithin, slashed } from '../../ruby/file-path.js';
import { allDocuments, originInMessages, placeInMessages } from '../../site/site-files.js';
import { findSubjects, isWritten, type PartKind, type Subject } from '../../site/subjects.js';

/** What was asked for, and what there is to say. */
export interface Explanation {
  readonly asked: string;
  /** What it names; several when the site is built in several passes. */
  readonly found: readonly ExplainedSubject[];
  /** What of it is left out; of an address that nothing is at, what may be meant. */
  readonly leftOut: readonly LeftOut[];
  /** Addresses that look like one that nothing is at. */
  readonly near: readonly NearAddress[];
}

/** One thing that a path or an address names. */
export interface ExplainedSubject {
  /** What it is, e.g. `page`, `document of recipes`, `layout`. */
  readonly what: string;
  /** From the folder of the site, or what made it. */
  readonly path: string;
  /** Relative to the destination; `null` for what is not written. */
  readonly output: string | null;
  /** As `page.url`; `null` for what has no address. */
  readonly url: string | null;
  /** What the next build does with it; `null` for what is not rendered. */
  readonly next: NextBuild | null;
  /** When and why it was rendered last, but for its output alone; `null` where nothing is known of that. */
  readonly last: LastRendering | null;
  /** What it read, by kind. */
  readonly read: readonly KeysOfKind[];
  /** Pages and documents that read it. */
  readonly readBy: readonly string[];
}

/** What the next build does with a page, and why. */
export interface NextBuild {
  readonly does: 'takes over' | 'renders' | 'fails';
  /** Why it renders it. */
  readonly reason: string | null;
}

/** An earlier rendering of a page. */
export interface LastRendering {
  /** When its build began, in milliseconds since 1970. */
  readonly at: number;
  readonly reason: string;
}

type RenderedPass = BuildResult['rendered'][number];

/** @param directory the working directory */
export function explain(asked: string, directory: string, config: Config, result: BuildResult): Explanation {
  const found = result.rendered.flatMap((pass) =>
    findSubjects(asked, directory, pass).map((subject) => ({ subject, pass })),
  );
  const explained = found.map(({ subject, pass }) => explainSubject(subject, pass));
  const files = found.flatMap(({ subject }) => (subject.kind === 'file' ? subject.file : []));
  const named = [...leftOutAt(asked, directory, config, result), ...files.flatMap(withoutOutput)];
  if (found.length > 0 || named.length > 0) return { asked, found: explained, leftOut: named, near: [] };
  return { asked, found: [], ...result.whyMissing(asked) };
}

/** Why a turn was run; `null` for one that was taken over. */
export function reasonOf(id: string, reuse: RenderedPass['reuse']): RunReason | null {
  return reuse === null ? 'uncompared' : (reuse.reasons.get(id) ?? null);
}

/** What is left out of a file, or with a folder that it lies in. */
function leftOutAt(
  asked: string,
  directory: string,
  { directories }: Config,
  { leftOut }: BuildResult,
): readonly LeftOut[] {
  const { source, root } = directories;
  const paths = [directory, source, root].map((from) => pathWithin(source, slashed(resolve(from, asked))));
  return leftOut.filter(({ path }) => paths.some((one) => one === path || one.startsWith(`${path}/`)));
}

function withoutOutput(file: SiteFile): LeftOut[] {
  if (file.kind !== 'document' || isWritten(file)) return [];
  return [{ path: placeInMessages(file), reason: 'no-output', detail: file.collection }];
}

function explainSubject(subject: Subject, pass: RenderedPass): ExplainedSubject {
  if (subject.kind === 'part') {
    const { part, path, key } = subject;
    const readBy = key === null ? [] : readersOf((one) => one === key, null, pass);
    return { what: PARTS[part], path, output: null, url: null, next: null, last: null, read: [], readBy };
  }
  const { file } = subject;
  const turn = pass.turns.get(file.id);
  const keys = turn?.keys.all() ?? [];
  return {
    what: kindOfFile(file),
    path: file.kind === 'page' ? originInMessages(file) : placeInMessages(file),
    output: isWritten(file) ? file.outputPath : null,
    url: file.url === '' ? null : file.url,
    next: file.kind === 'static' ? null : nextBuild(file.id, pass),
    last: lastRendering(file.id, pass),
    read: keysByKind(keys, file.id),
    readBy: readersOf((key) => kindOf(key) === 'page' && splitKey(key).of === file.id, file.id, pass),
  };
}

const PARTS: Readonly<Record<PartKind, string>> = {
  layout: 'layout',
  include: 'include',
  data: 'data file',
  sass: 'Sass file',
  plugin: 'plugin',
  configuration: 'configuration',
};

function kindOfFile(file: SiteFile): string {
  if (file.kind === 'page') return 'page';
  if (file.kind === 'static') return 'static file';
  if (file.collection !== 'posts') return `document of ${file.collection}`;
  return file.isDraft ? 'draft' : 'post';
}

function nextBuild(id: string, { turns, reuse }: RenderedPass): NextBuild {
  if (!turns.has(id)) return { does: 'fails', reason: null };
  const reason = reasonOf(id, reuse);
  if (reason === null) return { does: 'takes over', reason };
  return { does: 'renders', reason: reasonInWords(reason, id) };
}

function lastRendering(id: string, { reuse }: RenderedPass): LastRendering | null {
  const last = reuse?.lastRunOf(id) ?? null;
  return last && { at: last.at, reason: reasonInWords(last.reason, id) };
}

/** Places of the pages and documents that read a key, but for one. */
function readersOf(
  isMeant: (key: DependencyKey) => boolean,
  but: string | null,
  { site, pages, turns }: RenderedPass,
): string[] {
  return [...pages, ...allDocuments(site)]
    .filter(({ id }) => id !== but && turns.get(id)?.keys.all().some(isMeant))
    .map(placeInMessages);
}
