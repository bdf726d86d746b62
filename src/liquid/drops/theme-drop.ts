import type { RubyHash, Value } from '../../ruby/value.js';
import { EnumerableDrop } from './enumerable-drop.js';

const PROPERTIES = ['metadata', 'dependencies', 'version', 'root', 'authors', 'description'] as const;

/** How a theme's gem or package describes itself. */
export interface ThemeDescription {
  readonly version: string;
  readonly authors: readonly string[];
  readonly description: string;
  /** Names of the gems it needs while a site is built. */
  readonly dependencies: readonly string[];
}

/** `theme` (Jekyll 4.4.1, `Drops::ThemeDrop`). */
export class ThemeDrop extends EnumerableDrop {
  readonly className = 'Jekyll::Drops::ThemeDrop';
  protected readonly properties = PROPERTIES;
  protected readonly fallback: RubyHash = new Map();

  constructor(private readonly theme: ThemeDescription) {
    super();
  }

  protected declared(key: string): Value | undefined {
    const { theme } = this;
    switch (key) {
      // Jekyll shows the folder only when JEKYLL_ENV is set to `development` by hand; a site's bytes should not hold it at all.
      case 'root':
        return '';
      case 'authors':
        return theme.authors.join(', ');
      case 'version':
      case 'description':
        return theme[key];
      case 'dependencies':
        return [...theme.dependencies];
      case 'metadata':
        return new Map();
      default:
        return undefined;
    }
  }
}
