import type { Page } from '../model/page.js';
import type { GeneratorTools, MadePage } from '../model/plugin.js';
import { deepMerge } from '../ruby/deep-merge.js';
import type { RubyHash, Value } from '../ruby/value.js';
import { basenameOf, extensionOf, fileNameOf } from '../url/extension.js';

/** Makes the pages that generators ask for, each with an id of its own (Jekyll 4.4.1, `PageWithoutAFile`). */
export function pageMaker(defaultsFor: GeneratorTools['defaultsFor']): GeneratorTools['page'] {
  /** Path → how many pages it was asked for. */
  const made = new Map<string, number>();
  return (parts) => {
    const path = parts.path.replace(/^\//, '');
    const number = (made.get(path) ?? 0) + 1;
    made.set(path, number);
    const id = number === 1 ? path : `${path}#${number}`;
    return madePage(`page:made ${id}`, path, parts, defaultsFor(path));
  };
}

function madePage(
  id: string,
  path: string,
  { name = fileNameOf(path), data, body = '', madeFor }: MadePage,
  defaults: RubyHash,
): Page {
  const frontMatter: RubyHash = data instanceof Map ? data : new Map<Value, Value>(Object.entries(data));
  const inFolder = name.replace(/^\//, '');
  return {
    kind: 'page',
    id,
    source: null,
    path,
    data: deepMerge(defaults, frontMatter),
    frontMatter,
    body,
    bodyLine: 1,
    name,
    extension: extensionOf(name),
    url: '',
    outputPath: '',
    dir: `/${path.slice(0, path.length - inFolder.length)}`,
    basename: inFolder.slice(0, inFolder.lastIndexOf('/') + 1) + basenameOf(name),
    ...(madeFor !== undefined && { madeFor }),
  };
}
