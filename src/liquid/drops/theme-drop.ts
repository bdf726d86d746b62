import type { RubyHash, Value } from '../../ruby/value.js';
import { EnumerableDrop } from './enumerable-drop.js';

const PROPERTIES = ['metadata', 'dependencies', 'version', 'root', 'authors', 'description'] as const;

/** What is known of a theme: its folder and its gem's or package's description. */
export interface ThemeDescription {
  /** Absolute path of its folder. */
  readonly root: string;
  readonly version: string;
  readonly authors: readonly string[];
  readonly description: string;
  readonly metadata: RubyHash;
  /** Names of the gems it needs while a site is built. */
  readonly dependencies: readonly string[];
}

/** `theme` (Jekyll 4.4.1, `Drops::ThemeDrop`). */
export class ThemeDrop extends EnumerableDrop {
  readonly className = 'Jekyll::Drops::ThemeDrop';
  protected readonly properties = PROPERTIES;
  protected readonly fallback: RubyHash = new Map();

  /** @param showsRoot whether `JEKYLL_ENV` is set to `development`: the folder is shown nowhere else */
  constructor(
    private readonly theme: ThemeDescription,
    private readonly showsRoot: boolean,
  ) {
    super();
  }

  protected declared(key: string): Value | undefined {
    const { theme } = this;
    switch (key) {
      case 'root':
        return this.showsRoot ? theme.root : '';
      case 'authors':
        return theme.authors.join(', ');
      case 'version':
      case 'description':
      case 'metadata':
        return theme[key];
      case 'dependencies':
        return [...theme.dependencies];
      default:
        return undefined;
    }
  }
}
