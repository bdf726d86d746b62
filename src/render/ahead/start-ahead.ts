/** Whether Markdown is converted ahead in a thread of its own, and starting that. */
import type { MarkdownItPlugin } from '../../markdown/markdown-it-plugin.js';
import type { Config } from '../../model/config.js';
import type { Renderable } from '../../model/page.js';
import type { Site } from '../../model/site.js';
import { writtenEncoding } from '../../ruby/encoding.js';
import { isTruthy } from '../../ruby/value.js';
import { allDocuments } from '../../site/site-files.js';
import type { ConverterChains } from '../converter-chains.js';
import { processorSetup, usesKatex } from '../converters/markdown.js';
import { createProcessor, type ProcessorSetup } from '../converters/processor.js';
import type { Extensions } from '../extensions.js';
import { ConverterThread } from './converter-thread.js';
import { AHEAD_LIMITS, MarkdownAhead } from './markdown-ahead.js';
import { hasSpareProcessor } from './spare-processor.js';

/**
 * Bytes of Markdown from which on a thread is started unasked: those of 5,000 posts of 400 words. With 3,000 it takes as long as it saves to
 * get ready, and a sixth more of all processors' time.
 */
const ENOUGH = 14_000_000;

/** What it is decided by. */
export interface AheadParts {
  /** As it was read. */
  readonly site: Site;
  readonly extensions: Extensions;
  readonly markdownItPlugins: readonly MarkdownItPlugin[];
  /** Whether a file is known to need no conversion. */
  readonly isSettled: (file: Renderable) => boolean;
  /** Whether the thread's code comes from V8's code cache. */
  readonly keepsCode: boolean;
}

/** A thread that gets ready. */
export interface StartedAhead {
  /** Begins with the bodies of the site as it is rendered. */
  begin(site: Site): MarkdownAhead;
  close(): void;
}

/** Starts the thread; `null` where there is none. */
export function startAhead(parts: AheadParts): StartedAhead | null {
  const { extensions, isSettled, keepsCode } = parts;
  const { config } = parts.site;
  const { chains, highlighter } = extensions;
  if (config.jobs === 1 || isWatched(parts)) return null;
  const filesOf = (site: Site): Renderable[] =>
    [...allDocuments(site), ...site.pages].filter(
      (file) => chains.markdownKeys(file) !== null && !isSettled(file),
    );
  if (config.jobs === null && !(sizeOf(filesOf(parts.site)) >= ENOUGH && hasSpareProcessor())) return null;
  const processor = plainSetup(config);
  if (processor === null) return null;
  const showsWarnings = isTruthy(config.kramdown.get('show_warnings') ?? null);
  const hasHighlighter = highlighter !== null;
  const thread = new ConverterThread({ processor, hasHighlighter, showsWarnings, keepsCode });
  const limits = { ...AHEAD_LIMITS, patience: Number(config.variables['UTTERSON_JOBS_PATIENCE'] ?? 0) };
  return {
    begin: (site) => new MarkdownAhead(thread, filesOf(site), converterOf(chains, showsWarnings), limits),
    close: () => thread.close(),
  };
}

/** Whether somebody else has a part in conversions, or looks on. */
function isWatched({ extensions, markdownItPlugins }: AheadParts): boolean {
  const { hooks, profile } = extensions;
  return hooks.hasItemHooks || profile !== null || markdownItPlugins.length > 0;
}

function sizeOf(files: readonly Renderable[]): number {
  return files.reduce((sum, { source }) => sum + (source?.size ?? 0), 0);
}

/** What a processor is made of that is the same in any thread and of which nothing has to be told; `null` where there is none. */
function plainSetup(config: Config): ProcessorSetup | null {
  if (usesKatex(config) || !writtenEncoding(config.encoding).isUtf8) return null;
  try {
    const setup = processorSetup(config);
    return createProcessor(setup, null).problems.length === 0 && isPlain(setup) ? setup : null;
  } catch {
    return null;
  }
}

/** Whether a value arrives in another thread as it is: objects of classes do not. */
function isPlain(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (value instanceof Map) return [...value].flat().every(isPlain);
  if (Array.isArray(value)) return value.every(isPlain);
  return Object.getPrototypeOf(value) === Object.prototype && Object.values(value).every(isPlain);
}

/** Where warnings are shown, all are told in the turn of their text. */
function converterOf(chains: ConverterChains, showsWarnings: boolean): (text: string) => string | null {
  return showsWarnings ? () => null : (text) => chains.plainMarkdown(text);
}
