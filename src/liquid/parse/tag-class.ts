import type { TopLevelToken } from 'liquidjs';
import { CompiledTag } from '../compile/nodes.js';
import type { TagClass } from '../liquidjs/liquidjs-types.js';
import type { TagDefinition } from '../tag.js';
import type { ParseSession } from './parse-session.js';
import { TagParser } from './tag-parser.js';
import type { TagMarkup } from './tokens.js';

/** The class liquidjs's registry holds for a tag of ours. */
export function tagClass(definition: TagDefinition): TagClass {
  const Definition = class extends CompiledTag {
    constructor(token: TagMarkup, remaining: TopLevelToken[]) {
      const session = remaining as unknown as ParseSession;
      const { lineNumber } = session;
      super(token, lineNumber, definition.parse(token.markup, new TagParser(token, session)));
    }
  };
  return Definition as unknown as TagClass;
}
