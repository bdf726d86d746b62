import type { LexerRun } from '../run.js';
import { html } from './html.js';

/** A run for what is around a template's tags: HTML, or the language of the option `parent`. */
export function templateParent<Memory>(run: LexerRun<Memory>): LexerRun {
  const parent = run.options.get('parent');
  const template = parent === undefined ? null : run.createNamed(parent, '');
  return template ?? (run.create(html, run.options) as LexerRun);
}
