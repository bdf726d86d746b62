import type { MarkdownIt } from 'markdown-it';

/** A markdown-it plugin as a site names it, with its parameters. */
export interface MarkdownItPlugin {
  /** As the configuration has it, e.g. `markdown-it-mark` or `./lib/badges.js`. */
  readonly name: string;
  apply(md: MarkdownIt): void;
}
