import type { Page } from '../../model/page.js';
import type { GeneratorTools } from '../../model/plugin.js';
import { deepMerge } from '../../ruby/deep-merge.js';
import type { RubyHash } from '../../ruby/value.js';
import { basenameOf, extensionOf } from '../../url/extension.js';

/** What a page without a file is made of. */
export interface GeneratedPage {
  readonly id: string;
  /** Folder and file name; a leading slash is kept in the name, as the gems do. */
  readonly name: string;
  /** Front matter as if written in a file. */
  readonly data: RubyHash;
  readonly body: string;
  /** Path of the file that asked for it, if one did. */
  readonly madeFor?: string;
}

/** A page that a plugin makes, as the gems' `PageWithoutAFile` is: in the root folder, under the site's front matter defaults. */
export function generatedPage({ id, name, data, body, madeFor }: GeneratedPage, tools: GeneratorTools): Page {
  const path = name.replace(/^\//, '');
  const extension = extensionOf(name);
  return {
    kind: 'page',
    id: `page:${id}`,
    source: null,
    path,
    data: deepMerge(tools.defaultsFor(path), data),
    frontMatter: data,
    body,
    bodyLine: 1,
    name,
    extension,
    url: '',
    outputPath: '',
    dir: '/',
    basename: path.slice(0, path.lastIndexOf('/') + 1) + basenameOf(name),
    ...(madeFor !== undefined && { madeFor }),
  };
}
