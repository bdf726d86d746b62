/** Gems a site asks for: `plugins:` in the configuration, and the Gemfile. */

export interface WantedGem {
  readonly name: string;
  /** 1-based, in the Gemfile. */
  readonly line: number;
}

/** Gems in the group `jekyll_plugins`, which Jekyll loads without being told to in the configuration. */
export function pluginGemsIn(gemfile: string): WantedGem[] {
  const found: WantedGem[] = [];
  let isInGroup = false;
  gemfile.split(/\r?\n/).forEach((content, index) => {
    if (/^\s*group\b.*:jekyll_plugins\b.*\bdo\b/.test(content)) isInGroup = true;
    else if (/^\s*end\b/.test(content)) isInGroup = false;
    const name = /^\s*gem\s*\(?\s*["']([^"']+)["']/.exec(content)?.[1];
    if (name !== undefined && (isInGroup || /:?group\w*:?\s*(?:=>)?.*:jekyll_plugins\b/.test(content))) {
      found.push({ name, line: index + 1 });
    }
  });
  return found;
}
