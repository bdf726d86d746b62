import { type Lexer, needs, needsOnLine, rule, when, wordCharacters } from '../lexer.js';
import type { LexerRun } from '../run.js';
import { Token } from '../tokens.js';

const nameRest = String.raw`${wordCharacters}\p{Cf}:.·-`;
const name = `[\\p{L}:_][${nameRest}]*`;

/** XML 1.1. A tag's parts are lexed leniently: what would not be well-formed gets a class all the same. */
export const xml: Lexer = {
  detect({ text, doctype }) {
    if (doctype?.includes('html')) return false;
    return doctype !== null || /^<\?xml\b/.test(text);
  },
  states() {
    // Made here: an expression with Unicode's classes takes long to make.
    const afterName = new RegExp(`[^${nameRest}]`, 'gu');
    const equalsAfterName = new RegExp(`(?<=[${nameRest}])[ \\t-\\r]*=`, 'gu');
    return {
      root: [
        rule(/[^<&]+/, Token.Text),
        when(entityEnds, rule(/&\S*?;/, Token.NameEntity)),
        needsOnLine(']]>', rule(/<!\[CDATA\[.*?\]\]>/, Token.CommentPreproc)),
        rule(/<!--/, Token.Comment, 'comment'),
        needsOnLine('?>', rule(/<\?.*?\?>/, Token.CommentPreproc)),
        needs('>', rule(/<![^>]*>/, Token.CommentPreproc)),
        rule(new RegExp(`<\\s*${name}`), Token.NameTag, 'tag'),
        rule(new RegExp(`<\\s*/\\s*${name}\\s*>`), Token.NameTag),
      ],
      comment: [rule(/-->/, Token.Comment, '#pop'), rule(/[^-]+|-/, Token.Comment)],
      tag: [
        rule(/\s+/, Token.Text),
        when(
          (run) => run.meets(afterName, equalsAfterName),
          rule(new RegExp(`${name}\\s*=`), Token.NameAttribute, 'attribute value'),
        ),
        rule(/\/?\s*>/, Token.NameTag, '#pop'),
      ],
      'attribute value': [rule(/\s+/, Token.Text), rule(/".*?"|'.*?'|[^\s>]+/s, Token.String, '#pop')],
    };
  },
};

const anySpace = /[ \t-\r]/g;

/** Whether the `&` here has its `;` before white space. */
export function entityEnds(run: LexerRun): boolean {
  return run.next(';') < run.next(anySpace);
}
