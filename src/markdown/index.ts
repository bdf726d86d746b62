/**
 * Markdown: kramdown's dialect on markdown-it (`utterson/markdown`).
 */
export { type CommonMark, createCommonMark } from './commonmark/commonmark.js';
export { createKramdown, type Kramdown, type RenderedMarkdown, type TextSource } from './create-kramdown.js';
export { MarkdownError } from './error.js';
export { type KramdownPluginOptions, kramdown } from './kramdown.js';
export { OptionError } from './option-values.js';
export { defaults, type KramdownOptions, readOptions } from './options.js';
export { createSmartyPants, type SmartyPants } from './smartypants.js';
