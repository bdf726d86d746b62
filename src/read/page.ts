/** Files with front matter outside collections (Jekyll 4.4.1, `Page` and `Convertible#read_yaml`). */
import { SiteError } from '../model/diagnostic.js';
import type { HeldText } from '../model/output.js';
import type { Page } from '../model/page.js';
import type { SourceFile } from '../model/source-file.js';
import { withBadByte } from '../report/bad-byte.js';
import * as messages from '../report/messages.js';
import { deepMerge } from '../ruby/deep-merge.js';
import { decodeText, readAs } from '../ruby/encoding.js';
import { firstKeptByte } from '../ruby/kept-bytes.js';
import type { RubyHash } from '../ruby/value.js';
import { YamlError } from '../ruby/yaml/yaml.js';
import { basenameOf, extensionOf, fileNameOf } from '../url/extension.js';
import { checkValues } from './check-values.js';
import { parseHeader, splitAndHold } from './front-matter.js';
import { isPublishable } from './publish.js';
import type { ReadContext } from './read-context.js';
import { reject } from './reject.js';
import { warnOfYaml } from './warn-of-yaml.js';

/** A file's own front matter and the text after it. */
export interface OwnText {
  readonly frontMatter: RubyHash;
  readonly body: string | HeldText;
  readonly bodyLine: number;
}

/** The page in a file whose path is relative to the source (or, for a theme's asset, to the theme). */
export function makePage(file: SourceFile, bytes: Buffer, context: ReadContext): Page {
  const own = readOwnText(file, bytes, context);
  const { path } = file;
  const name = fileNameOf(path);
  const folder = path.slice(0, path.length - name.length);
  const data = deepMerge(context.defaults.valuesFor(path, 'pages'), own.frontMatter);
  if (isPublishable(data, context.config)) {
    checkValues(data, { owner: 'page', file: path, text: () => bytes.toString('utf8') }, context);
  }
  const page: Page = {
    kind: 'page',
    id: `page:${path}`,
    source: file,
    path,
    data,
    frontMatter: own.frontMatter,
    body: own.body,
    bodyLine: own.bodyLine,
    name,
    extension: extensionOf(name),
    url: '',
    outputPath: '',
    dir: `/${folder}`,
    basename: basenameOf(name),
  };
  return context.postInit === null ? page : context.postInit.readPage(page);
}

/**
 * Front matter and body of a page or layout. Bad YAML is told and counts as none, unless `strict_front_matter` is set.
 *
 * @throws SiteError for front matter that is no mapping, and for an empty permalink
 */
export function readOwnText(file: SourceFile, bytes: Buffer, context: ReadContext): OwnText {
  const text = decodeText(bytes, context.config.encoding);
  if (firstKeptByte(text) !== null) {
    const encoding = readAs(context.config.encoding);
    const diagnostic = messages.pageNotText(encoding, file.absolutePath, { file: file.path });
    reject(withBadByte(diagnostic, text, { encoding, setting: 'encoding' }), context);
    return { frontMatter: new Map(), body: text, bodyLine: 1 };
  }
  const { header, body, bodyLine } = splitAndHold(text, context.storage);
  const frontMatter = header === null ? new Map() : readHeader(header, text, file, context);
  if (frontMatter.get('permalink') === '') {
    throw new SiteError(messages.invalidPermalink(file.absolutePath, { file: file.path }));
  }
  return { frontMatter, body, bodyLine };
}

function readHeader(header: string, text: string, file: SourceFile, context: ReadContext): RubyHash {
  try {
    const value = parseHeader(header, warnOfYaml(file, text, context));
    if (value instanceof Map) return value;
    if (value === null || value === false) return new Map();
  } catch (error) {
    if (!(error instanceof YamlError)) throw error;
    const place = { file: file.path, line: error.line, column: error.column, text };
    const diagnostic = messages.frontMatterInPage(`(<unknown>): ${error.message}`, file.absolutePath, place);
    if (error.isLimit) throw new SiteError({ ...diagnostic, severity: 'error' });
    reject(diagnostic, context);
    return new Map();
  }
  throw new SiteError(messages.frontMatterNotMapping(file.absolutePath, { file: file.path, line: 1, text }));
}
