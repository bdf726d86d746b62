import type { EnginePlugin } from '../../liquid/engine-plugin.js';
import type { Renderable } from '../../model/page.js';
import type { Additions, Change, GeneratorTools } from '../../model/plugin.js';
import type { Site } from '../../model/site.js';
import * as messages from '../../report/messages.js';
import type { Value } from '../../ruby/value.js';
import { allDocuments } from '../../site/site-files.js';
import { withFrontMatter } from '../shared/front-matter.js';
import { dig } from '../shared/template-values.js';
import { GitHistory } from './git-history.js';

/**
 * jekyll-last-modified 1.0.3: `site.git`, and `page.git` with commits and authors, and from them `last_modified_at`. The date that the gem
 * gives to documents without one is not theirs yet when it looks, so none gets it. The gem keeps what it finds in the source folder; nothing is kept here.
 */
export const lastModified: EnginePlugin = {
  name: 'jekyll-last-modified',
  isSafe: true,
  generators: [{ name: 'Jekyll::LastModified::Generator', priority: 'normal', generate }],
};

function generate(site: Site, tools: GeneratorTools): Additions {
  const history = new GitHistory(site.config.directories.source);
  const ofSite = history.ofSite();
  if (ofSite === null) {
    tools.report(messages.gitHistoryMissing('jekyll-last-modified'));
    return {};
  }
  const changes = new Map<string, Change>();
  for (const file of [...site.pages, ...allDocuments(site)]) {
    changes.set(file.id, withFrontMatter(file, new Map(factsOf(file, history))));
  }
  return { changes, site: new Map([['git', ofSite]]) };
}

function factsOf(file: Renderable, history: GitHistory): [string, Value][] {
  const git = file.source === null ? null : history.ofFile(file.source.path);
  if (git === null) return [['git', null]];
  return [
    ['git', git],
    ['last_modified_at', dig(git, 'last_commit', 'commit_date')],
  ];
}
