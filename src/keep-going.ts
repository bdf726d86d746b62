/** Builds that go on past broken pages, for a server: good pages are written, a broken one stays as it was. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BuiltPass, RenderedPass } from './build-pass.js';
import type { Diagnostic } from './model/diagnostic.js';
import type { BytesOutput } from './model/output.js';
import type { Renderable } from './model/page.js';
import type { Site } from './model/site.js';
import type { Turn } from './model/turn.js';
import { isUnread } from './report/unread.js';
import { isFile } from './ruby/file-test.js';
import { allDocuments, placeInMessages } from './site/site-files.js';

/** A page or document that could not be made, or another file that broke none. */
export interface BrokenPage {
  /** As diagnostics name it, e.g. `_posts/2024-01-01-hello.md`. */
  readonly file: string;
  /**
   * Where it was written when it was last good, else where it would be; relative to the destination. `null` for what has no address: a
   * post without a date, a layout that no page has.
   */
  readonly path: string | null;
  /** The file that is to blame, as diagnostics name it, where that is another one: a layout, an include. */
  readonly cause?: string;
}

/** Where good pages were written, by their ids: kept by whoever builds again and again. */
export type LastPaths = Map<string, string>;

/** Whether everything that is wrong so far is wrong with single pages, so that the others can be rendered. */
export function canGoOn(site: Site, diagnostics: readonly Diagnostic[]): boolean {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const names = new Set([
    ...[...site.pages, ...allDocuments(site)].map(placeInMessages),
    ...brokenLayouts(site),
    ...(site.unread ?? []),
  ]);
  return errors.every(({ file }) => file !== undefined && names.has(file));
}

/**
 * Whether what is good can be written once all is rendered: errors came from pages alone. One that a page meets in a layout or an include
 * names that file, but leaves the page without a turn.
 */
export function canWrite(
  passes: readonly BuiltPass[],
  diagnostics: readonly Diagnostic[],
): passes is readonly RenderedPass[] {
  if (!passes.every(({ rendered }) => rendered !== null)) return false;
  const isAnyBroken = passes.some(({ rendered }) => rendered?.isComplete === false);
  return isAnyBroken || passes.every(({ site }) => canGoOn(site, diagnostics));
}

/** A pass without what is broken in it, which stays as it was. */
export interface GoodPart {
  /** The turns of good pages. */
  readonly turns: ReadonlyMap<string, Turn>;
  readonly broken: readonly BrokenPage[];
  /** What broken pages wrote when they were good. */
  readonly kept: readonly BytesOutput[];
}

/** Tells good pages from broken ones, and remembers where good ones go. */
export function goodPartOf(
  { site, rendered }: RenderedPass,
  diagnostics: readonly Diagnostic[],
  last: LastPaths,
): GoodPart {
  const wrong = new Set(diagnostics.filter(isOfPage).map(({ file }) => file));
  const turns = new Map(rendered.turns);
  const broken: BrokenPage[] = [];
  const kept: BytesOutput[] = [];
  for (const file of [...rendered.pages, ...allDocuments(site)]) {
    const name = placeInMessages(file);
    if (turns.has(file.id) && !wrong.has(name)) {
      last.set(file.id, file.outputPath);
      continue;
    }
    turns.delete(file.id);
    const path = last.get(file.id) ?? file.outputPath;
    const cause = rendered.failures.get(file.id);
    broken.push({ file: name, path, ...(cause !== undefined && cause !== name && { cause }) });
    kept.push(...lastOutput(file, path, site.config.directories.destination));
  }
  const causes = new Set(broken.map(({ cause }) => cause));
  const others = [...brokenLayouts(site), ...(site.unread ?? [])].filter((name) => !causes.has(name));
  return { turns, broken: [...broken, ...others.map((name) => ({ file: name, path: null }))], kept };
}

/** Paths of layouts that could not be read. */
function brokenLayouts({ layouts }: Site): string[] {
  return [...layouts.values()].filter(({ failure }) => failure !== undefined).map(({ path }) => path);
}

function isOfPage(diagnostic: Diagnostic): boolean {
  return diagnostic.severity === 'error' || isUnread(diagnostic);
}

function lastOutput(file: Renderable, path: string, destination: string): readonly BytesOutput[] {
  const target = join(destination, path);
  return isFile(target) ? [{ kind: 'bytes', path, file, bytes: readFileSync(target) }] : [];
}
