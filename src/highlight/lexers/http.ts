import { type Condition, type Lexer, rule, when } from '../lexer.js';
import { languageOfMimeType } from '../mime-types.js';
import type { LexerRun } from '../run.js';
import { Token } from '../tokens.js';
import { plaintext } from './plaintext.js';

/** A message being read. */
interface Message {
  contentType: string;
  content: LexerRun | undefined;
}

const { Text, Operator, Keyword, Number: Numeral } = Token;

const lineEnd = /[\r\n]/g;

/** Whether the line ends in `\n` or `\r\n`, or the code ends. */
const endsWell: Condition = (run) => {
  const end = run.next(lineEnd);
  return run.text[end] !== '\r' || run.text[end + 1] === '\n';
};

/**
 * HTTP requests and responses. The body is code of the language that the option `content` names, else of the content type's.
 * A status that only spaces follow is read so that a long row of them is tried once.
 */
export const http: Lexer<Message> = {
  start: () => ({ contentType: 'text/plain', content: undefined }),
  states: () => ({
    root: [
      rule(
        /(GET|POST|PUT|DELETE|HEAD|OPTIONS|TRACE|PATCH|QUERY)( +)([^ ]+)( +)(HTTPS?)(\/)(\d(?:\.\d)?)(\r?\n|$)/,
        [Token.NameFunction, Text, Token.NameNamespace, Text, Keyword, Operator, Numeral, Text],
        'headers',
      ),
      when(
        endsWell,
        rule(
          /(HTTPS?)(\/)(\d(?:\.\d)?)( +)(\d{3})( +(?! ))?([^\r\n]*)(\r?\n|$)/,
          [Keyword, Operator, Numeral, Text, Numeral, Text, Token.NameException, Text],
          'headers',
        ),
      ),
    ],
    headers: [
      when(endsWell, rule(/([^\s:]+)( *)(:)( *)([^\r\n]+)(\r?\n|$)/, lexHeader)),
      when(endsWell, rule(/([^\r\n]+)(\r?\n|$)/, [Token.String, Text])),
      rule(/\r?\n/, Text, 'content'),
    ],
    content: [
      rule(/[\s\S]+/, (run, [content]) => {
        run.memory.content ??= startContent(run);
        run.delegate(run.memory.content, content);
      }),
    ],
  }),
};

function lexHeader(run: LexerRun<Message>, match: RegExpExecArray): void {
  const [, name, , , , value] = match;
  if (name!.toLowerCase() === 'content-type') run.memory.contentType = value!.split(';')[0]!.toLowerCase();
  run.groups(match, Token.NameAttribute, Text, Token.Punctuation, Text, Token.String, Text);
}

function startContent(run: LexerRun<Message>): LexerRun {
  const language = run.options.get('content');
  const chosen = language === undefined ? null : run.createNamed(language, '');
  return (
    chosen ??
    run.createNamed(languageOfMimeType(run.memory.contentType) ?? 'plaintext', '') ??
    run.create(plaintext)
  );
}
