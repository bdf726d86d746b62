import { type Lexer, needs, rule, when, wordCharacters } from '../lexer.js';
import type { LexerRun } from '../run.js';
import { Token } from '../tokens.js';
import { css } from './css.js';
import { javascript } from './javascript.js';
import { entityEnds } from './xml.js';

/** The lexers of what is inside `script` and `style`, which go on over a `<` there. */
interface Embedded {
  content: LexerRun | undefined;
}

const nameStart = String.raw`\p{L}:_`;
const nameRest = String.raw`${wordCharacters}\p{Cf}:.·`;
const name = `[${nameStart}-][${nameRest}-]*`;

/** HTML as written, with the attribute names of frameworks (`[(ngModel)]`, `#ref`, `*ngIf`). */
export const html: Lexer<Embedded> = {
  detect({ text, doctype }) {
    if (doctype !== null && /\bhtml\b/i.test(doctype)) return true;
    return !/^<\?xml\b/.test(text) && /<\s*html\b/.test(text);
  },
  start: () => ({ content: undefined }),
  states: () => ({
    root: [
      rule(/[^<&]+/, Token.Text),
      when(entityEnds, rule(/&\S*?;/, Token.NameEntity)),
      needs('>', rule(/<!DOCTYPE .*?>/is, Token.CommentPreproc)),
      needs(']]>', rule(/<!\[CDATA\[.*?\]\]>/s, Token.CommentPreproc)),
      rule(/<!--/, Token.Comment, 'comment'),
      needs('?>', rule(/<\?.*?\?>/s, Token.CommentPreproc)),
      rule(/<\s*script\s*/, (run, [tag]) => {
        run.token(Token.NameTag, tag);
        enterContent(run, 'script', run.create(javascript, run.options));
      }),
      rule(/<\s*style\s*/, (run, [tag]) => {
        run.token(Token.NameTag, tag);
        enterContent(run, 'style', run.create(css, run.options));
      }),
      rule(/<\//, Token.NameTag, 'closing tag'),
      rule(/</, Token.NameTag, 'opening tag'),
    ],

    comment: [rule(/-->/, Token.Comment, '#pop'), rule(/[^-]+|-/, Token.Comment)],

    'closing tag': [
      rule(/\s+/, Token.Text),
      rule(/>/, Token.NameTag, '#pop'),
      rule(new RegExp(name), (run, [tag]) => {
        run.token(Token.NameTag, tag);
        run.goto('closing tag end');
      }),
    ],
    'closing tag end': [rule(/\s+/, Token.Text), rule(/>/, Token.NameTag, '#pop')],

    'opening tag': [
      rule(/\s+/, Token.Text),
      rule(new RegExp(name), (run, [tag]) => {
        run.token(Token.NameTag, tag);
        run.goto('tag');
      }),
      rule(/(?:)/, (run) => run.goto('tag')),
    ],
    // A name is cut at 500 characters, so that a run of brackets is not read to its end from each of them.
    tag: [
      rule(/\s+/, Token.Text),
      rule(
        new RegExp(`[${nameStart}[\\]()*.-][${nameRest}[\\]()*-]{0,500}\\s*=\\s*`),
        Token.NameAttribute,
        'attribute value',
      ),
      rule(new RegExp(`[${nameStart}*#-][${nameRest}*#-]*`), Token.NameAttribute),
      rule(/\/?\s*>/, Token.NameTag, '#pop'),
    ],
    'attribute value': [
      rule(/"/, Token.String, ['#pop', 'double quoted']),
      rule(/'/, Token.String, ['#pop', 'single quoted']),
      rule(/[^\s>]+/, Token.String, '#pop'),
    ],
    'double quoted': [rule(/"/, Token.String, '#pop'), rule(/[^"]+/, Token.String)],
    'single quoted': [rule(/'/, Token.String, '#pop'), rule(/[^']+/, Token.String)],

    script: [rule(/<\s*\/\s*script\s*>/, Token.NameTag, '#pop'), rule(/[^<]+|</, lexContent)],
    style: [rule(/<\s*\/\s*style\s*>/, Token.NameTag, '#pop'), rule(/[^<]+|</, lexContent)],
  }),
};

function enterContent(run: LexerRun<Embedded>, state: string, content: LexerRun): void {
  run.memory.content = content;
  run.push(state);
  run.push('tag');
}

function lexContent(run: LexerRun<Embedded>, [text]: RegExpExecArray): void {
  run.delegate(run.memory.content!, text);
}
