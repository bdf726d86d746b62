import type { EnginePlugin } from '../liquid/engine-plugin.js';
import type { StaticFile } from '../model/page.js';
import type { Additions, GeneratorTools } from '../model/plugin.js';
import type { Site } from '../model/site.js';
import { toS } from '../ruby/to-s.js';
import { isTruthy, type Value } from '../ruby/value.js';
import { isMarkdown, listedStaticFiles } from '../site/site-files.js';
import { pathTest } from './shared/path-test.js';
import { dig, eachOf } from './shared/template-values.js';

/** jekyll-optional-front-matter 0.3.2: Markdown files without front matter are pages too. */
export const optionalFrontMatter: EnginePlugin = {
  name: 'jekyll-optional-front-matter',
  isSafe: true,
  generators: [{ name: 'JekyllOptionalFrontMatter::Generator', priority: 'normal', generate }],
};

/** Files about a repository, which stay as they are unless `include` names them. */
const REPOSITORY_FILES: ReadonlySet<string> = new Set([
  'README',
  'LICENSE',
  'LICENCE',
  'COPYING',
  'CODE_OF_CONDUCT',
  'CONTRIBUTING',
  'ISSUE_TEMPLATE',
  'PULL_REQUEST_TEMPLATE',
]);

function generate(site: Site, tools: GeneratorTools): Additions {
  const option = (key: string): Value => dig(site.config.settings, 'optional_front_matter', key);
  if (option('enabled') === false || isTruthy(dig(site.config.settings, 'require_front_matter'))) return {};
  const isIncluded = pathTest(eachOf(dig(site.config.settings, 'include')).map(toS));
  const isPage = (file: StaticFile): boolean =>
    isIncluded(file.path) || isIncluded(file.name) || !REPOSITORY_FILES.has(file.basename.toUpperCase());
  const files = listedStaticFiles(site).filter((file) => isMarkdown(file, site.config) && isPage(file));
  return {
    pages: files.map((file) => tools.readPage(file)),
    removed: option('remove_originals') === true ? files.map(({ id }) => id) : [],
  };
}
