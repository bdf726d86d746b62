import type { Page } from '../model/page.js';
import type { GeneratorTools, MadePage } from '../model/plugin.js';
import { deepMerge } from '../ruby/deep-merge.js';
import type { RubyHash, Value } from '../ruby/value.js';
import { basenameOf, extensionOf, fileNameOf } from '../url/extension.js';

/** The page that a generator asked for (Jekyll 4.4.1, `PageWithoutAFile`). */
export function madePage(
  { path, data, body = '', madeFor }: MadePage,
  defaultsFor: GeneratorTools['defaultsFor'],
): Page {
  const name = fileNameOf(path);
  const frontMatter: RubyHash = data instanceof Map ? data : new Map<Value, Value>(Object.entries(data));
  return {
    kind: 'page',
    id: `page:made ${path}`,
    source: null,
    path,
    data: deepMerge(defaultsFor(path), frontMatter),
    frontMatter,
    body,
    bodyLine: 1,
    name,
    extension: extensionOf(name),
    url: '',
    outputPath: '',
    dir: `/${path.slice(0, path.length - name.length)}`,
    basename: basenameOf(name),
    ...(madeFor !== undefined && { madeFor }),
  };
}
