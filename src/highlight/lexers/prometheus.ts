import { include, type Lexer, rule, type StateEntry, wordSet, words } from '../lexer.js';
import { Token } from '../tokens.js';

const functions = wordSet(`
  abs absent avg_over_time ceil changes clamp_max clamp_min count_over_time count_scalar day_of_month day_of_week
  days_in_month delta deriv drop_common_labels exp floor histogram_quantile holt_winters hour idelta increase irate
  label_replace ln log10 log2 max_over_time min_over_time month predict_linear quantile_over_time rate resets round scalar
  sort sort_desc sqrt stddev_over_time stdvar_over_time sum_over_time time vector year
`);
const aggregations = words('avg bottomk count count_values max min stddev stdvar sum topk');

/** Prometheus's queries. A name that starts with an operator (`order`) is cut in two, as in Rouge. */
export const prometheus: Lexer = {
  states: () => ({
    root: [
      include('strings'),
      include('space'),
      rule(/-?\d+\.\d+/, Token.NumberFloat),
      rule(/-?\d+[smhdwy]?/, Token.NumberInteger),
      rule(/[+\-*/%^<>]|[=!]=|=|and|or|unless/, Token.Operator),
      rule(new RegExp(`${aggregations}\\b`), Token.NameFunction),
      rule(/(ignoring|on)(\()/, [Token.KeywordPseudo, Token.Punctuation], 'labels'),
      rule(/(group_left|group_right)(\()/, [Token.KeywordType, Token.Punctuation]),
      rule(/(?:bool|offset)\b/, Token.Keyword),
      rule(/(?:without|by)\b/, Token.Keyword, 'labels'),
      rule(/[\w:]+/, (run, [name]) => run.token(functions.has(name) ? Token.NameBuiltin : Token.Name, name)),
      rule(/[()\].,[]/, Token.Punctuation),
      rule(/\{/, Token.Punctuation, 'filters'),
    ],
    labels: [
      rule(/[(,]/, Token.Punctuation),
      rule(/[\w:-]+/, Token.NameAttribute),
      include('space'),
      rule(/\)/, Token.Punctuation, '#pop'),
    ],
    filters: [
      include('space in line'),
      rule(/,/, Token.Punctuation),
      rule(/[\w:-]+/, Token.NameAttribute),
      rule(/![=~]|=~?/, Token.Operator),
      include('strings'),
      rule(/\}/, Token.Punctuation, '#pop'),
    ],

    space: [include('space in line'), rule(/\n\s*/, Token.Text), rule(/#.*/, Token.Comment)],
    'space in line': [rule(/[ \t\r]+/, Token.Text)],
    strings: [
      rule(/"/, Token.StringDouble, 'double quoted'),
      rule(/'/, Token.StringSingle, 'single quoted'),
      rule(/`.*`/, Token.StringBacktick),
    ],
    'double quoted': quoted('"', Token.StringDouble),
    'single quoted': quoted("'", Token.StringSingle),
  }),
};

function quoted(quote: string, token: Token): StateEntry[] {
  return [
    rule(new RegExp(`\\\\[\\\\abfnrtv${quote}]`), Token.StringEscape),
    rule(new RegExp(`[^\\\\${quote}]+`), token),
    rule(new RegExp(quote), token, '#pop'),
  ];
}
