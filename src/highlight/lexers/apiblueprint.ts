import { type Condition, nonSpace, rule, when } from '../lexer.js';
import { Token } from '../tokens.js';
import { markdown } from './markdown.js';

const { GenericHeading, Keyword, Punctuation, String: Text } = Token;

/** API Blueprint: Markdown with metadata, and with headings and lists that describe an API. */
export const apiblueprint: typeof markdown = {
  ...markdown,
  states() {
    const states = markdown.states();
    return { ...states, root: [...descriptions, ...states['root']!] };
  },
};

const space = /[ \t-\r]/g;
const attributesMark = /[-+*][ \t-\r]*(?:Attributes|Parameters)/g;

/** Whether a colon is in the word here, behind its first character. */
const hasColon: Condition = (run) => {
  const colon = run.text[run.end] === ':' ? run.text.indexOf(':', run.end + 1) : run.next(':');
  return colon !== -1 && colon < run.next(space);
};

/** Whether the line has a part in brackets at its end. */
const endsWithBrackets: Condition = (run) => {
  const end = Math.min(run.next('\n'), run.text.length);
  return run.text[end - 1] === ']' && run.next('[') < end;
};

const descriptions = [
  when(hasColon, rule(/(\S+)(:\s*)(.*)/, [Token.NameVariable, Punctuation, Text])),
  rule(/^(#+)(\s*Group\s+)(.*)/, [Punctuation, Keyword, GenericHeading]),
  when(endsWithBrackets, rule(/^(#+)(.*)(\[.*\])$/, [Punctuation, GenericHeading, Text])),
  rule(/^([-+*])(\s*Relation:)(\s*.*)/, [Punctuation, Keyword, Text]),
  when(
    (run) => run.meets(nonSpace, attributesMark),
    rule(/^(\s+[-+*]\s*)(Attributes|Parameters)(.*)/, [Punctuation, Keyword, Text]),
  ),
  rule(/^([-+*]\s*)(Request|Response)(\s+\d\d\d)?(.*)/, [Punctuation, Keyword, Token.Number, Text]),
];
