import { type Lexer, needs, nonSpace, rule, when } from '../lexer.js';
import type { LexerRun } from '../run.js';
import { Token } from '../tokens.js';
import { csharp } from './csharp.js';
import { xml } from './xml.js';

const afterName = /[^\w.:-]/g;
const equalsAfterName = /(?<=[\w.:-])[ \t-\r]*=/g;

/** BIML: XML with C# between `<#` and `#>`. */
export const biml: Lexer = {
  detect: ({ text }) => /<[ \t-\r]*Biml\b/.test(text),
  states() {
    const states = xml.states();
    return {
      ...states,
      root: [
        rule(/<#@\s*/, Token.NameTag, 'directive'),
        rule(/<#=?\s*/, Token.NameTag, 'code'),
        ...states['root']!,
      ],
      directive: [
        rule(/\s+/, Token.Text),
        when(
          (run) => run.meets(afterName, equalsAfterName),
          rule(/[\w.:-]+\s*=/, Token.NameAttribute, 'attribute value'),
        ),
        rule(/\w+\s*/, Token.NameAttribute),
        rule(/\/?\s*#>/, Token.NameTag, '#pop'),
      ],
      code: [
        when((run) => run.meets(nonSpace, '#>'), rule(/\s*#>\s*/, Token.NameTag, '#pop')),
        needs('#>', rule(/[\s\S]/, lexCode)),
      ],
    };
  },
};

/** Code up to the white space before its end. */
function lexCode(run: LexerRun, [first]: RegExpExecArray): void {
  let end = run.next('#>');
  while (/[ \t-\r]/.test(run.text[end - 1]!)) end--;
  run.delegate(csharp, first + run.readTo(end));
}
