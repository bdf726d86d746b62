const PLAIN = "[\\-_.!~*'()a-zA-Z\\d]|%[a-fA-F\\d]{2}";
const PATH_CHARACTER = `(?:${PLAIN}|[:@&=+$,])`;
const ANY = `(?:${PLAIN}|[;/?:@&=+$,\\[\\]])`;
const OPAQUE = `(?:${PLAIN}|[;?:@&=+$,])${ANY}*`;
const SERVER = `(?:(?:${PLAIN}|[;:&=+$,])*@)?(?:(?:[a-zA-Z\\d.-]|%[a-fA-F\\d]{2})+|\\[[a-fA-F\\d:.]+\\])(?::\\d*)?`;
const SEGMENT = `${PATH_CHARACTER}*(?:;${PATH_CHARACTER}*)*`;
const PATH = `/${SEGMENT}(?:/${SEGMENT})*`;
const ADDRESS = `(?:https?|ftp):(?:${OPAQUE}|(?://(?:${SERVER})?|(?!//))(?:${PATH})?(?:\\?${ANY}*)?)(?:#${ANY}*)?`;
const LINKS = new RegExp(`\\\\href\\\\\\{([^\\\\}]+)\\\\\\}\\\\\\{([^\\\\}]+)\\\\\\}|${ADDRESS}`, 'g');

/** Makes Markdown links of `\href\{address\}\{text\}` and of addresses (jekyll-scholar 7.3.0, `Markdown`), which are as RFC 2396 has them. */
export function linkAddresses(text: string): string {
  return text.replace(LINKS, (all: string, address?: string, label?: string) =>
    address === undefined ? `[${all}](${all})` : `[${label}](${address})`,
  );
}
