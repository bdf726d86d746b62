import { type Lexer, needsOnLine, rule } from '../lexer.js';
import type { LexerRun } from '../run.js';
import { Token } from '../tokens.js';
import { templateParent } from './template-parent.js';

interface Parts {
  readonly template: LexerRun;
}

/** Handlebars and Mustache around HTML, or the language of the option `parent`. */
export const handlebars: Lexer<Parts> = {
  start: (run) => ({ template: templateParent(run) }),
  states: () => ({
    root: [
      rule(/\\\{+/, (run, [text]) => run.delegate(run.memory.template, text)),
      rule(/\{\{!--/, Token.Comment, 'comment'),
      needsOnLine('}}', rule(/\{\{!.*?\}\}/, Token.Comment)),
      rule(/\{\{\{?/, Token.Keyword, ['expression', 'sigil']),
      rule(/[\s\S]+?(?=\\|\{\{)/, (run, [text]) => {
        const { template } = run.memory;
        run.delegate(template, text);
        // An attribute whose value is an expression without quotes ends with it.
        if (template.isState('attribute value')) template.pop();
      }),
      rule(/[\s\S]+/, (run, [text]) => run.delegate(run.memory.template, text)),
    ],
    comment: [
      rule(/\{\{/, Token.Comment, '#push'),
      rule(/\}\}/, Token.Comment, '#pop'),
      rule(/[^{}]+|[{}]/, Token.Comment),
    ],
    sigil: [
      rule(/[#/]/, Token.Keyword, ['#pop', 'block name']),
      rule(/[>^&~]/, Token.Keyword),
      rule(/(?:)/, Token.Text, '#pop'),
    ],
    'block name': [
      rule(/if(?=[}\s])/, Token.Keyword),
      rule(/[\w$-]+/, Token.NameNamespace, '#pop'),
      rule(/(?:)/, Token.Text, '#pop'),
    ],
    expression: [
      rule(/\}\}\}?/, Token.Keyword, '#pop'),
      rule(/\|/, Token.Punctuation),
      rule(/~/, Token.Keyword),
      rule(/\s+/, Token.Text),
      rule(/=/, Token.Operator),
      rule(/[[\]()]/, Token.Punctuation),
      rule(/\.(?=[}\s])|\.\./, Token.NameVariable),
      rule(/[/.]/, Token.Punctuation),
      rule(/"(?:[^"\\\n]|\\.)*\\?"/, Token.StringDouble),
      rule(/'(?:[^'\\\n]|\\.)*\\?'/, Token.StringSingle),
      rule(/\d+(?=\}\s)/, Token.Number),
      rule(/(?:true|false)(?=[}\s])/, Token.KeywordConstant),
      rule(/else(?=[}\s])/, Token.Keyword),
      rule(/this(?=[}\s])/, Token.NameBuiltinPseudo),
      rule(/@[\w$-]+/, Token.NameAttribute),
      rule(/[\w$-]+/, Token.NameVariable),
    ],
  }),
};
