import { type Lexer, needs, rule, wordSet } from '../lexer.js';
import type { LexerRun } from '../run.js';
import { Token } from '../tokens.js';
import { templateParent } from './template-parent.js';

const builtins = wordSet(`
  append assign block break call capitalize capture cat config_load continue count_characters count_paragraphs
  count_sentences count_words counter cycle date_format debug default else elseif escape eval extends fetch for
  foreach foreachelse from_charset function html_checkboxes html_image html_options html_radios html_select_date
  html_select_time html_table if include include_php indent insert ldelim literal lower mailto math nl2br nocache
  php rdelim regex_replace replace section sectionelse setfilter spacify string_format strip strip_tags textformat
  to_charset truncate unescape upper while wordwrap
`);

/** Smarty: HTML, or the language of the option `parent`, with tags in braces. A brace before white space is no tag. */
export const smarty: Lexer<LexerRun> = {
  start: templateParent,
  states: () => ({
    root: [
      rule(/\{\s+/, (run, [text]) => run.delegate(run.memory, text)),
      needs('*}', rule(/\{\*[\s\S]*?\*\}/, Token.Comment)),
      rule(/\{\/?(?![\s*])/, Token.Keyword, 'tag'),
      rule(/.+?(?=\{[/a-zA-Z0-9$#*"'])|.+/s, (run, [text]) => run.delegate(run.memory, text)),
    ],
    tag: [
      rule(/\{\/?(?![\s*])/, Token.Keyword, '#push'),
      rule(/\}/, Token.Keyword, '#pop'),
      rule(/\s+/, Token.Text),
      rule(/[~!%^&*()+=|[\]:;,.<>/@?-]/, Token.Operator),
      rule(/#[a-zA-Z_]\w*#|\$[a-zA-Z_]\w*(?:\.\w+)*/, Token.NameVariable),
      rule(/(?:true|false|null)\b/, Token.KeywordConstant),
      rule(/[0-9](?:\.[0-9]*)?(?:eE[+-][0-9])?[flFLdD]?/, Token.Number),
      rule(/"(?:\\.|[^"\\\n])*\\?"/, Token.StringDouble),
      rule(/'(?:\\.|[^'\\\n])*\\?'/, Token.StringSingle),
      rule(/[a-zA-Z_]\w*/, (run, [word]) =>
        run.token(builtins.has(word) ? Token.NameBuiltin : Token.NameAttribute, word),
      ),
    ],
  }),
};
