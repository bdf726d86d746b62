import { posix } from 'node:path';
import type { Highlighter } from '../highlight/highlighter.js';
import type { IncludeSource, LayoutSource, LinkTarget, Notice, RenderContext } from '../liquid/context.js';
import type { Config } from '../model/config.js';
import type { CarriedName, DependencyKey } from '../model/dependency.js';
import type { Diagnostic } from '../model/diagnostic.js';
import type { Site } from '../model/site.js';
import type { SiteRendering } from '../model/site-rendering.js';
import * as messages from '../report/messages.js';
import type { Recorder } from '../reuse/recorder.js';
import type { Remembered } from '../reuse/remembered.js';
import type { DefaultHash } from '../ruby/default-hash.js';
import { joinPaths, pathWithin } from '../ruby/file-path.js';
import type { RubyTime } from '../ruby/time/time.js';
import { toS } from '../ruby/to-s.js';
import { Drop, type Value } from '../ruby/value.js';
import type { ArrayMemo } from './array-memo.js';
import type { FirstResults } from './first-results.js';
import type { Includes } from './includes.js';
import { Links } from './links.js';
import { UnreadLayoutError } from './unread-layout-error.js';

/** Conversions that filters ask for. */
export interface TextConverters {
  markdownify(text: string): string;
  smartify(text: string): string;
  sassify(text: string, syntax: 'sass' | 'scss'): string;
}

/** What the context is made of. */
export interface RenderContextParts {
  readonly site: Site;
  readonly includes: Includes;
  readonly globals: ReadonlyMap<string, Value>;
  readonly methods: ReadonlyMap<string, Value>;
  readonly highlighter: Highlighter | null;
  readonly converters: TextConverters;
  readonly recorder: Recorder;
  readonly memo: ArrayMemo;
  readonly firsts: FirstResults;
}

/** What templates of a site may ask of its build; recorded as dependencies of the output in hand. */
export class SiteRenderContext implements RenderContext {
  readonly config: Config;
  readonly time: RubyTime;
  readonly globals: ReadonlyMap<string, Value>;
  readonly methods: ReadonlyMap<string, Value>;
  readonly highlighter: Highlighter | null;
  /** Set when all that it is made of is there; whoever makes the context does it. */
  rendering: SiteRendering | null = null;
  private readonly kept = new Map<string, Remembered<unknown>>();
  private readonly includes: Includes;
  private readonly links: Links;

  constructor(private readonly parts: RenderContextParts) {
    this.config = parts.site.config;
    this.time = parts.site.time;
    this.globals = parts.globals;
    this.methods = parts.methods;
    this.highlighter = parts.highlighter;
    this.includes = parts.includes;
    this.links = new Links(parts.site);
  }

  markdownify(text: string): string {
    return this.parts.converters.markdownify(text);
  }

  smartify(text: string): string {
    return this.parts.converters.smartify(text);
  }

  sassify(text: string, syntax: 'sass' | 'scss'): string {
    return this.parts.converters.sassify(text, syntax);
  }

  readInclude(name: string): IncludeSource {
    this.depend(`include:${name}`);
    return this.includes.read(name);
  }

  readRelative(name: string, page: Value): IncludeSource {
    const path = this.pathInSource(page);
    this.depend(`source:${posix.join(posix.dirname(path), name)}`);
    return this.includes.readBeside(name, path);
  }

  /** Documents name their path from the collections' folder, pages from the source; an excerpt is where its document is. */
  private pathInSource(page: Value): string {
    const path = toS(property(page, 'path')).replace(/\/#excerpt$/, '');
    if (property(page, 'collection') === null) return path;
    const { source, collections } = this.config.directories;
    return collections === source ? path : joinPaths(pathWithin(source, collections), path);
  }

  findLayout(name: string): LayoutSource | null {
    this.depend(`layout:${name}`);
    const layout = this.parts.site.layouts.get(name);
    if (layout?.failure !== undefined) throw new UnreadLayoutError(layout.failure);
    return layout === undefined ? null : { path: layout.path, text: layout.body, line: layout.bodyLine };
  }

  findLink(path: string): LinkTarget | null {
    this.depend(`link:${path}`);
    return this.links.findFile(path);
  }

  findPost(name: string): LinkTarget | null {
    this.depend(`post:${name}`);
    const found = this.links.findPost(name);
    if (found?.isByDate) this.report(postNameMismatch(name));
    return found?.target ?? null;
  }

  nearLink(kind: 'file' | 'post', name: string): string | null {
    return this.links.near(kind, name);
  }

  memo<T>(
    list: Value[] | DefaultHash,
    key: string,
    compute: () => T,
    partsOf?: (value: T) => Iterable<Value[]>,
  ): T {
    return this.parts.memo.get(list, key, compute, partsOf);
  }

  first<T>(name: CarriedName, compute: () => T): T {
    return this.parts.firsts.get(name, compute);
  }

  keep<T>(name: string, compute: () => T): T {
    const { recorder } = this.parts;
    let kept = this.kept.get(name);
    if (kept === undefined) this.kept.set(name, (kept = recorder.remember(compute)));
    return recorder.recall(kept as Remembered<T>);
  }

  depend(key: DependencyKey): void {
    this.parts.recorder.depend(key);
  }

  leave(name: CarriedName, now: () => unknown): void {
    this.parts.recorder.leave(name, now);
  }

  report(diagnostic: Diagnostic): void {
    this.parts.recorder.report(diagnostic);
  }

  warn(notice: Notice): void {
    this.report(notice.kind === 'pygments' ? messages.highlightPygments() : messages.emptySlug(notice.text));
  }
}

function property(value: Value, key: string): Value {
  if (value instanceof Drop) return value.get(key);
  return value instanceof Map ? (value.get(key) ?? null) : null;
}

function postNameMismatch(name: string): Diagnostic {
  return messages.deprecation(
    `A call to '{% post_url ${name} %}' did not match a post using the new matching method of checking name ` +
      "(path-date-slug) equality. Please make sure that you change this tag to match the post's name exactly.",
  );
}
