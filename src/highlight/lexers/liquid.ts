import { include, type Lexer, rule, type States } from '../lexer.js';
import type { LexerRun } from '../run.js';
import { Token } from '../tokens.js';

const { Whitespace, Punctuation, NameTag, CommentPreproc } = Token;

/** Liquid, with the tags of its own and any tag of a site. What is around the tags stays text. */
export const liquid: Lexer = {
  states: () => ({ ...templates, ...tags, ...expressions }),
};

const filters = rule(/(\|)(\s*)/, [Punctuation, Whitespace], ['filters', 'filter']);

const templates: States = {
  root: [
    rule(/[^{]+/, Token.Text),
    rule(/(\{%-?)(\s*)/, [CommentPreproc, Whitespace], 'tag'),
    rule(/(\{\{-?)(\s*)/, [CommentPreproc, Whitespace], 'output'),
    rule(/\{/, Token.Text),
  ],
  output: [filters, include('end of output'), include('literals'), include('variables')],

  'end of tag': [
    rule(/(\s*)(-?%\})/, endMarkup),
    rule(/\n\s*/, (run, [space]) => {
      run.token(Whitespace, space);
      if (run.inState('liquid')) while (!run.isState('liquid')) run.pop();
    }),
    include('space'),
  ],
  'end of output': [rule(/(\s*)(-?\}\})/, endMarkup)],

  comment: [
    rule(/[^{]+/, Token.Comment),
    rule(/(\{%-?)(\s*)(endcomment)(\s*)(-?%\})/, endBlock),
    rule(/\{/, Token.Comment),
  ],
  raw: [
    rule(/[^{]+/, Token.Text),
    rule(/(\{%-?)(\s*)(endraw)(\s*)(-?%\})/, endBlock),
    rule(/\{/, Token.Text),
  ],
};

function endMarkup(run: LexerRun, match: RegExpExecArray): void {
  run.groups(match, Whitespace, CommentPreproc);
  run.resetStack();
}

function endBlock(run: LexerRun, match: RegExpExecArray): void {
  run.groups(match, CommentPreproc, Whitespace, NameTag, Whitespace, CommentPreproc);
  run.resetStack();
}

const tags: States = {
  tag: [
    rule(/liquid\b/, NameTag, 'liquid'),
    rule(/(?:if|elsif|unless|case)\b/, NameTag, 'condition'),
    rule(/when\b/, NameTag, 'value'),
    rule(/(?:else|ifchanged|end\w+)\b/, NameTag, 'end of tag'),
    rule(/(?:break|continue)\b/, Token.KeywordReserved, 'end of tag'),
    rule(
      /(for|tablerow)(\s+)(\S+)(\s+)(in)(\s+)/,
      [NameTag, Whitespace, Token.NameVariable, Whitespace, NameTag, Whitespace],
      'iteration',
    ),
    rule(
      /(capture|(?:in|de)crement)(\s+)([a-zA-Z_](?:\w|-(?!%))*)/,
      [NameTag, Whitespace, Token.NameVariable],
      'end of tag',
    ),
    rule(/(comment)(\s*)(-?%\})/, [NameTag, Whitespace, CommentPreproc], 'comment'),
    rule(/(raw)(\s*)(-?%\})/, [NameTag, Whitespace, CommentPreproc], 'raw'),
    rule(/(?:assign|echo)\b/, NameTag, 'assignment'),
    rule(/(include|render)(\s+)([/\w-]+(?:\.[\w-]+)+\b)?/, [NameTag, Whitespace, Token.Text], 'include'),
    rule(/(cycle)(\s+)(?:([\w-]+|'[^']*'|"[^"]*")(\s*)(:))?(\s*)/, lexCycle),
    rule(/\w+\b/, NameTag, 'any tag'),
    include('end of tag'),
  ],
  liquid: [include('end of tag'), include('tag')],

  condition: [
    rule(/[=!]=|[<>]=?/, Token.Operator),
    rule(/(?:and|or|contains)\b/, Token.OperatorWord),
    include('value'),
  ],
  value: [include('end of tag'), include('literals'), include('variables')],
  iteration: [
    rule(/(?:reversed|continue)\b/, Token.NameAttribute),
    rule(/\(/, Punctuation, 'range'),
    include('arguments of tag'),
  ],
  'any tag': [rule(/\{\{-?/, CommentPreproc, 'embedded output'), filters, include('arguments of tag')],
  'arguments of tag': [include('end of tag'), include('arguments')],
  assignment: [rule(/=/, Token.Operator), rule(/\(/, Punctuation, 'range'), filters, include('value')],
  include: [
    rule(/\{\{-?/, CommentPreproc, 'embedded output'),
    rule(/(?:with|for|as)\b/, Token.KeywordReserved),
    include('arguments of tag'),
  ],
  'embedded output': [
    rule(/(\|)(\s*)([a-zA-Z_](?:\w|-(?!\}))*)/, [Punctuation, Whitespace, Token.NameFunction]),
    rule(/-?\}\}/, CommentPreproc, '#pop'),
    include('arguments'),
  ],
};

function lexCycle(run: LexerRun, match: RegExpExecArray): void {
  const group = match[3] ?? '';
  const kind = group.startsWith("'")
    ? Token.StringSingle
    : group.startsWith('"')
      ? Token.StringDouble
      : Token.NameAttribute;
  run.groups(match, NameTag, Whitespace, kind, Whitespace, Punctuation, Whitespace);
  run.push('arguments of tag');
}

const expressions: States = {
  filters: [
    rule(/(\|)(\s*)/, [Punctuation, Whitespace], 'filter'),
    include('end of tag'),
    include('end of output'),
    include('arguments'),
  ],
  filter: [rule(/[a-zA-Z_](?:\w|-(?![%}]))*/, Token.NameFunction, '#pop'), include('space')],

  arguments: [
    include('literals'),
    rule(/([a-zA-Z_][\w-]*)(\s*)(=|:)/, [Token.NameAttribute, Whitespace, Token.Operator]),
    include('variables'),
  ],
  range: [
    rule(/\.\./, Punctuation),
    rule(/\)/, Punctuation, '#pop'),
    include('space'),
    include('numbers'),
    include('variables'),
  ],

  literals: [
    rule(/(?:false|true|nil)\b/, Token.KeywordConstant),
    rule(/'[^']*'/, Token.StringSingle),
    rule(/"[^"]*"/, Token.StringDouble),
    rule(/[,:]/, Punctuation),
    include('space'),
    include('numbers'),
  ],
  space: [rule(/\s+/, Whitespace), rule(/#.*?(?=$|-?[}%]\})/, Token.Comment)],
  numbers: [rule(/-/, Token.Operator), rule(/\d+\.\d+/, Token.NumberFloat), rule(/\d+/, Token.NumberInteger)],
  variables: [
    rule(/(\.)(\s*)(first|last|size)\b(?![?!/])/, [Punctuation, Whitespace, Token.NameFunction]),
    rule(/\.(?= *\w)|\[|\]/, Punctuation),
    rule(/(?:empty|blank|(?:for|tablerow)loop\.(?:parentloop\.)*\w+)\b(?![?!/])/, Token.NameBuiltin),
    rule(/[a-zA-Z_][\w-]*\b-?(?![?!/])/, Token.NameVariable),
    rule(/\S+/, Token.Text),
  ],
};
