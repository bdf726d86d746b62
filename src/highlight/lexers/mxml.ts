import { type Lexer, needs, needsOnLine, rule, when } from '../lexer.js';
import type { LexerRun } from '../run.js';
import { Token } from '../tokens.js';
import { actionscript } from './actionscript.js';
import { entityEnds } from './xml.js';

const afterName = /[^\w.:-]/g;
const equalsSign = /(?<=[\w.:-])[ \t-\r]*=/g;

/** MXML: XML with ActionScript in its CDATA and in attributes. A tag's end goes one state further in, as in Rouge. */
export const mxml: Lexer = {
  states: () => ({
    root: [
      rule(/[^<&]+/, Token.Text),
      when(entityEnds, rule(/&\S*?;/, Token.NameEntity)),
      rule(/<!\[CDATA\[/, Token.CommentPreproc, 'code'),
      rule(/<!--/, Token.Comment, 'comment'),
      needsOnLine('?>', rule(/<\?.*?\?>/, Token.CommentPreproc)),
      needs('>', rule(/<![^>]*>/, Token.CommentPreproc)),
      rule(/<\s*[\w:.-]+/, Token.NameTag, 'tag'),
      rule(/<\s*\/\s*[\w:.-]+\s*>/, Token.NameTag),
    ],
    comment: [rule(/-->/, Token.Comment, '#pop'), rule(/[^-]+|-/, Token.Comment)],

    tag: [
      rule(/\s+/, Token.Text),
      when(
        (run) => run.meets(afterName, equalsSign),
        rule(/[\w.:-]+\s*=/, Token.NameAttribute, 'attribute value'),
      ),
      rule(/\/?\s*>/, Token.NameTag, 'root'),
    ],
    'attribute value': [
      rule(/\s+/, Token.Text),
      rule(/(")(@?\{)/, [Token.String, Token.Punctuation], 'code in attribute'),
      rule(/".*?"|'.*?'|[^\s>]+/, Token.String, 'tag'),
    ],

    code: [rule(/\]\]>/, Token.CommentPreproc, '#pop'), needs(']]>', rule(/.*?(?=\]\]>)/s, lexCode))],
    'code in attribute': [
      rule(/(\})(")/, [Token.Punctuation, Token.String], 'tag'),
      needs('}"', rule(/.*?(?=\}")/s, lexCode)),
    ],
  }),
};

function lexCode(run: LexerRun, [code]: RegExpExecArray): void {
  run.delegate(actionscript, code);
}
