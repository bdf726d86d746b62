import type { Renderable } from '../../model/page.js';
import type { Change } from '../../model/plugin.js';
import type { RubyHash } from '../../ruby/value.js';

/** Front matter with these entries on top, for the build as for templates. */
export function withFrontMatter(file: Renderable, entries: RubyHash): Change {
  const data = new Map([...file.data, ...entries]);
  return file.kind === 'document'
    ? { data }
    : { data, frontMatter: new Map([...file.frontMatter, ...entries]) };
}
