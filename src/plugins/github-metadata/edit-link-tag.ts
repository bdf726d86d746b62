import { FilterError } from '../../liquid/filter.js';
import type { Frame } from '../../liquid/run/frame.js';
import type { TagDefinition } from '../../liquid/tag.js';
import * as messages from '../../report/messages.js';
import { toS } from '../../ruby/to-s.js';
import { UriError } from '../../ruby/uri.js';
import { normalizeUri } from '../../ruby/uri-normalize.js';
import type { Value } from '../../ruby/value.js';
import { dig } from '../shared/template-values.js';

/** `{% github_edit_link %}`: where the page's file is edited; `{% github_edit_link "Text" %}`: a link to it. */
export const editLinkTag: TagDefinition = {
  name: 'github_edit_link',
  parse(markup) {
    const quoted = /"(?<double>[^\n]*)"|'(?<single>[^\n]*)'/.exec(markup)?.groups;
    const text = quoted?.['double'] ?? quoted?.['single'];
    return {
      isBlank: false,
      write(frame) {
        const url = editUrl(frame);
        frame.write(text === undefined ? url : `<a href="${url}">${text}</a>`);
      },
    };
  },
};

function editUrl(frame: Frame): string {
  const github = dig(frame.global('site'), 'github');
  const parts: Value[] = [
    dig(github, 'repository_url'),
    'edit/',
    dig(github, 'source', 'branch'),
    dig(github, 'source', 'path'),
    dig(frame.page, 'path'),
  ];
  if (parts.includes(null)) {
    frame.report(messages.editLinkWithoutData());
    return '';
  }
  const path = parts.map((part, index) => joinable(toS(part), index === parts.length - 1)).join('');
  try {
    return normalizeUri(path);
  } catch (error) {
    if (error instanceof UriError) throw new FilterError(error.message, false);
    throw error;
  }
}

/** Without a slash in front, all but the last with one behind. */
function joinable(part: string, isLast: boolean): string {
  const path = part.replace(/^\//, '');
  const folder = isLast || path.endsWith('/') ? path : `${path}/`;
  return folder === '/' ? '' : folder;
}
