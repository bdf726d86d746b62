/** GitHub's links without marks around them. Origin: cmark-gfm 0.29, `extensions/autolink.c`. */
import type { MarkdownIt } from 'markdown-it';

/** No link is longer, in characters. */
const LONGEST_LINK = 10_000;

/** Switches markdown-it's own on, and adds what it lacks. */
export function useAutolink(md: MarkdownIt): void {
  md.enable('linkify').set({ linkify: true });
  linkWww(md);
  linkXmpp(md);
}

/** `www.example.org` is a link of its own, as if `http://` stood before it; other names without a scheme are none. */
function linkWww({ linkify }: MarkdownIt): void {
  linkify.set({ fuzzyLink: false }).add('www.', {
    validate(text, pos, self) {
      const link = `//www.${text.slice(pos, pos + LONGEST_LINK)}`;
      return Math.max(0, self.testSchemaAt(link, 'http:', 0) - '//www.'.length);
    },
    normalize(match) {
      match.url = `http://${match.url}`;
    },
  });
}

/** What may follow an address of XMPP: a slash and the name of a place there. */
const XMPP_RESOURCE = /\/[A-Za-z0-9@.]+/y;

/** `xmpp:me@example.org/desk` is a link as `mailto:me@example.org` is. */
function linkXmpp({ linkify }: MarkdownIt): void {
  linkify.add('xmpp:', {
    validate(text, pos, self) {
      const length = self.testSchemaAt(text, 'mailto:', pos);
      XMPP_RESOURCE.lastIndex = pos + length;
      return length === 0 ? 0 : length + (XMPP_RESOURCE.exec(text)?.[0].length ?? 0);
    },
    normalize() {},
  });
}
