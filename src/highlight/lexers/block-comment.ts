import { needs, rule } from '../lexer.js';
import { Token } from '../tokens.js';

/** A comment between slashes and stars. Its ends may be cut by a continued line, as Rouge's lexers made after its C have it. */
export const blockComment = needs(
  /\*(?:\\\n)?\//g,
  rule(/\/(?:\\\n)?\*[\s\S]*?\*(?:\\\n)?\//, Token.CommentMultiline),
);
