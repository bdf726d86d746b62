import type { Token } from 'markdown-it';

/** The attributes of math that no engine has taken, blocks and spans alike. Origin: kramdown 2.5.2, `Converter::Html#convert_math`. */
export function plainMathAttributes(token: Token): NonNullable<Token['attrs']> {
  // A copy, for a header's text is written twice: in its place and in the table of contents.
  const attributes = [...(token.attrs ?? [])];
  const index = token.attrIndex('class');
  if (index < 0) attributes.push(['class', 'kdmath']);
  else attributes[index] = ['class', `${attributes[index]![1]} kdmath`];
  return attributes;
}
