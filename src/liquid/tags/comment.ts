import type { TagDefinition } from '../tag.js';

/**
 * `{% comment %}…{% endcomment %}` (Liquid 4.0.4, `Comment`): the tags inside are parsed, and must be well-formed, but never
 * run.
 */
export const comment: TagDefinition = {
  name: 'comment',
  hasBody: true,
  parse(_markup, parser) {
    parser.skipBody();
    return { isBlank: true, write: () => {} };
  },
};
