/** HTML as jekyll-scholar writes it (7.3.0, `Utilities#content_tag`): nothing is escaped. */

/** An attribute's name and value. */
export type Attribute = readonly [name: string, value: string];

/** `<name attributes>content</name>`. */
export function element(name: string, content: string, attributes: readonly Attribute[] = []): string {
  const written = attributes.map(([key, value]) => ` ${key}="${value}"`).join('');
  return `<${name}${written}>${content}</${name}>`;
}

/** A link, with its address behind the other attributes. */
export function link(address: string, content: string, attributes: readonly Attribute[] = []): string {
  return element('a', content, [...attributes, ['href', address]]);
}
