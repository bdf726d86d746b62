import { type Lexer, rule, wordSet } from '../lexer.js';
import { Token } from '../tokens.js';

const keywords = wordSet(`
  Ascender Attach AxisValue CapHeight CaretOffset CodePageRange Descender DesignAxis ElidableAxisValueName
  ElidedFallbackName ElidedFallbackNameID FSType FeatUILabelNameID FeatUITooltipTextNameID FontRevision GlyphClassDef
  HorizAxis.BaseScriptList HorizAxis.BaseTagList HorizAxis.MinMax IgnoreBaseGlyphs IgnoreLigatures IgnoreMarks
  LigatureCaretByDev LigatureCaretByIndex LigatureCaretByPos LineGap MarkAttachClass MarkAttachmentType NULL
  OlderSiblingFontAttribute Panose ParamUILabelNameID RightToLeft SampleTextNameID TypoAscender TypoDescender TypoLineGap
  UnicodeRange UseMarkFilteringSet Vendor VertAdvanceY VertAxis.BaseScriptList VertAxis.BaseTagList VertAxis.MinMax
  VertOriginY VertTypoAscender VertTypoDescender VertTypoLineGap WeightClass WidthClass XHeight anchor anchorDef anon
  anonymous by contour cursive device enum enumerate exclude_dflt feature featureNames flag from ignore include
  include_dflt language languagesystem location lookup lookupflag mark markClass name nameid parameters pos position
  required reversesub rsub script sizemenuname sub substitute subtable table useExtension valueRecordDef winAscent
  winDescent
`);

const name = String.raw`[a-zA-Z_][\w/.-]*`;

/** Feature files of OpenType fonts. Behind a closing brace and white space comes the name of what it closes. */
export const opentypeFeatureFile: Lexer = {
  states: () => ({
    root: [
      rule(/\s+/, Token.Whitespace),
      rule(/#.*/, Token.Comment),
      rule(/(anonymous|anon|feature|lookup|table)(\s+)/, [Token.Keyword, Token.Text], 'feature'),
      rule(/(\})(\s)/, [Token.Punctuation, Token.Text], 'feature'),
      rule(/include\b/i, Token.Keyword, 'path'),
      rule(/[-[\]/(){},.:;=%*<>']/, Token.Punctuation),
      rule(/`/, Token.StringBacktick),
      rule(/"/, Token.String, 'string'),
      rule(/\\[^.*\s]+/, Token.StringEscape),
      rule(new RegExp(`@${name}`), Token.NameClass),
      rule(new RegExp(name), (run, [word]) =>
        run.token(keywords.has(word) ? Token.Keyword : Token.Name, word),
      ),
      rule(/0x[\da-fA-F]+/, Token.NumberHex),
      rule(/\d+/, Token.NumberInteger),
    ],
    feature: [rule(new RegExp(name), Token.NameFunction, '#pop')],
    path: [
      rule(/\s+/, Token.Whitespace),
      rule(/\)/, Token.Punctuation, '#pop'),
      rule(/\(/, Token.Punctuation),
      rule(/[^\s()]+/, Token.String),
    ],
    string: [rule(/"/, Token.String, '#pop'), rule(/[^"%\n]+/, Token.String)],
  }),
};
