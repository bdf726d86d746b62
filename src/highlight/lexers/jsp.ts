import { include, type Lexer, needs, rule, when } from '../lexer.js';
import type { LexerRun } from '../run.js';
import { Token } from '../tokens.js';
import { java } from './java.js';
import { templateParent } from './template-parent.js';

interface Parts {
  readonly template: LexerRun;
  readonly code: LexerRun;
}

type Run = LexerRun<Parts>;

const actions = '(?:scriptlet|declaration|expression)';
const afterAttribute = /[^\s\w:-]/g;

/** Java Server Pages: HTML, or the language of the option `parent`, with Java and tags of libraries. */
export const jsp: Lexer<Parts> = {
  start: (run) => ({ template: templateParent(run), code: run.create(java) }),
  states: () => ({
    root: [
      rule(/<%--/, Token.Comment, 'comment'),
      rule(/<%@\s*(?:page|include|taglib)\s*/, Token.NameTag, 'directive'),
      rule(/<jsp:directive\.(?:page|include|taglib)/, Token.NameTag, 'directive tag'),
      rule(new RegExp(`<jsp:${actions}>`), Token.NameTag, 'code element'),
      rule(/<[a-zA-Z]*:[a-zA-Z]*\s*/, Token.NameTag, 'tag'),
      rule(/<\/[a-zA-Z]*:[a-zA-Z]*>/, Token.NameTag),
      rule(/<%[!=]?/, Token.NameTag, 'code'),
      rule(/.+?(?=<%|<\/?[a-zA-Z]*:)|.+/s, lexTemplate),
    ],
    comment: [rule(/--%>/, Token.Comment, '#pop'), rule(/[^-]+|-/, Token.Comment)],

    directive: [
      rule(/%>/, Token.NameTag, '#pop'),
      include('attribute'),
      needs('%>', rule(/.+?(?=%>)/s, lexTemplate)),
    ],
    'directive tag': [
      rule(/\/>/, Token.NameTag, '#pop'),
      include('attribute'),
      needs('/>', rule(/.+?(?=\/>)/s, lexTemplate)),
    ],
    tag: [
      rule(/\/?>/, Token.NameTag, '#pop'),
      include('attribute'),
      needs('>', rule(/.+?(?=\/?>)/s, lexTemplate)),
    ],
    'code element': [
      rule(new RegExp(`</jsp:${actions}>`), Token.NameTag, '#pop'),
      include('attribute'),
      rule(/[^</]+/, lexCode),
    ],
    code: [rule(/%>/, Token.NameTag, '#pop'), rule(/[^%>]+/, lexCode)],

    attribute: [
      when(
        (run) => run.text[run.next(afterAttribute)] === '=',
        rule(/\s*[\w:-]+\s*=\s*/, Token.NameAttribute, 'attribute value'),
      ),
    ],
    'attribute value': [
      rule(/"/, Token.String, ['#pop', 'double quoted']),
      rule(/'/, Token.String, ['#pop', 'single quoted']),
      rule(/[^\s>]+/, Token.String, '#pop'),
    ],
    'double quoted': [
      rule(/"/, Token.String, '#pop'),
      rule(/\$\{/, Token.StringInterpol, 'interpolated'),
      rule(/[^"]+/, Token.String),
    ],
    'single quoted': [
      rule(/'/, Token.String, '#pop'),
      rule(/\$\{/, Token.StringInterpol, 'interpolated'),
      rule(/[^']+/, Token.String),
    ],
    interpolated: [
      rule(/\}/, Token.StringInterpol, '#pop'),
      rule(/'/, Token.Literal, 'literal'),
      rule(/[^'}]+/, lexCode),
    ],
    literal: [rule(/'/, Token.Literal, '#pop'), rule(/[^']+/, Token.Literal)],
  }),
};

function lexTemplate(run: Run, [text]: RegExpExecArray): void {
  run.delegate(run.memory.template, text);
}

function lexCode(run: Run, [text]: RegExpExecArray): void {
  run.delegate(run.memory.code, text);
}
