import { LiquidError } from '../../liquid/errors.js';
import type { PluginTag } from '../../model/plugin.js';
import { split, strip } from '../../ruby/string.js';

/** `{% static_href %}href="/about/"{% endstatic_href %}`: a link that leads to no other language. It is marked until the page is written. */
export function staticHrefTag(name: string): PluginTag {
  return { name, isBlock: true, compile: () => (_, body) => marked(body) };
}

function marked(body: string): string {
  const [attribute, value = '', ...more] = split(strip(body), '=');
  if (attribute !== 'href' || more.length > 0 || !value.startsWith('"') || !value.endsWith('"')) {
    throw new LiquidError(
      'syntax',
      `static_href parameters must include match href="..." attribute param, eg. href="http://example.com, href="/about", href="/" , instead got:\n${body}`,
    );
  }
  return `ferh=${value}`;
}
