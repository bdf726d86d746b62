import type { Liquid, TagToken, TopLevelToken } from 'liquidjs';
import type { TagClass } from './liquidjs-types.js';
import { CompiledTag } from './nodes.js';
import type { ParseSession } from './parse-session.js';
import type { TagDefinition, TagNode } from './tag.js';
import { TagParser } from './tag-parser.js';
import type { TagMarkup } from './tokens.js';

/** The class liquidjs's registry holds for a tag of ours. */
export function tagClass(definition: TagDefinition): TagClass {
  return class extends CompiledTag {
    readonly node: TagNode;
    readonly lineNumber: number;

    constructor(token: TagToken, remaining: TopLevelToken[], liquid: Liquid) {
      super(token, remaining, liquid);
      const session = remaining as unknown as ParseSession;
      this.lineNumber = session.lineNumber;
      const markup = token as TagMarkup;
      this.node = definition.parse(markup.markup, new TagParser(markup, session));
    }
  };
}
