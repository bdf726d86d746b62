import { include, type Lexer, needs, rule, when, wordEnds, wordSet } from '../lexer.js';
import { Token } from '../tokens.js';

const keywords = wordSet(`
  as assert existing extends extension false for from func if import in metadata module none null output param
  provider resource targetScope test true type using var void with
`);
const types = wordSet('array bool int object string');
const functions = wordSet(`
  base64 base64ToJson base64ToString cidrHost cidrSubnet concat contains dataUri dataUriToString dateTimeAdd
  dateTimeFromEpoch dateTimeToEpoch deployer deployment empty endsWith environment extensionResourceId fail filter
  first flatten format getSecret groupBy guid indexOf intersection items join json last lastIndexOf length
  listAccountSas listKeys listSecrets loadFileAsBase64 loadJsonContent loadTextContent loadYamlContent managementGroup
  managementGroupResourceId map mapValue max min newGuid objectKeys padLeft parseCidr pickZones range
  readEnvironmentVariable reduce reference replace resourceGroup resourceId shallowMerge skip sort split startsWith
  subscription subscriptionResourceId substring take tenant tenantResourceId toLogicalZone toLower toObject
  toPhysicalZone toUpper trim union uniqueString uri uriComponent uriComponentToString utcNow
`);

/** Bicep, the language that describes Azure's resources. A name before a colon in braces is a property. */
export const bicep: Lexer = {
  states: () => ({
    root: [
      rule(/\/\/[^\n\r]+/, Token.CommentSingle),
      needs('*/', rule(/\/\*.*?\*\//s, Token.CommentMultiline)),
      rule(/'/, Token.StringSingle, 'string'),
      rule(/\d+(?!\w)/, Token.Number),
      when(
        wordEnds,
        rule(/\w+/, (run, [word]) => run.token(classOf(word), word)),
      ),
      rule(/[=!][=~]|[-+*/%<>!]|&&|\|\||\?\?|\.\.\.|\.\?/, Token.Operator),
      rule(/\{/, Token.PunctuationIndicator, 'block'),
      rule(/[(){}[\],:;=.]/, Token.Punctuation),
      rule(/[a-zA-Z_]\w*/, Token.Name),
      rule(/@[a-zA-Z_]\w*/, Token.NameDecorator),
      rule(/\s+/, Token.Text),
    ],
    block: [
      when(wordEnds, rule(/[a-zA-Z_]\w*(?=\s*:)/, Token.NameProperty)),
      rule(/\}/, Token.PunctuationIndicator, '#pop'),
      include('root'),
    ],

    string: [
      rule(/\$\{/, Token.StringInterpol, 'interpolation'),
      rule(/[^'$}]+|\$/, Token.StringSingle),
      rule(/'/, Token.StringSingle, '#pop'),
    ],
    interpolation: [rule(/\}/, Token.StringInterpol, '#pop'), include('root')],
  }),
};

function classOf(word: string): Token {
  if (keywords.has(word)) return Token.Keyword;
  if (types.has(word)) return Token.KeywordType;
  return functions.has(word) ? Token.NameFunction : Token.Name;
}
