/** What turns Markdown into HTML, made of nothing but values that another thread can be given, too. */
import type { Highlighter } from '../../highlight/highlighter.js';
import {
  createCommonMark,
  createKramdown,
  type Kramdown,
  type KramdownOptions,
} from '../../markdown/index.js';
import type { RubyHash } from '../../ruby/value.js';

/** kramdown, or CommonMark, which gives no warnings. */
export interface Processor extends Pick<Kramdown, 'md' | 'render'> {
  /** What its settings say in vain, see `CommonMark`. */
  readonly problems: readonly string[];
}

/** What a site's processor is made of. */
export type ProcessorSetup =
  | { readonly kind: 'kramdown'; readonly options: KramdownOptions }
  /** See `createCommonMark`. */
  | { readonly kind: 'commonmark'; readonly section: RubyHash | null; readonly isPages: boolean };

/** Makes it. */
export function createProcessor(setup: ProcessorSetup, highlighter: Highlighter | null): Processor {
  if (setup.kind === 'kramdown') return { ...createKramdown(setup.options, highlighter), problems: [] };
  const { md, problems, render } = createCommonMark(setup.section, highlighter, setup.isPages);
  return { md, problems, render: (text) => ({ html: render(text), warnings: [] }) };
}
