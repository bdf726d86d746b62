import type { DependencyKey } from '../../model/dependency.js';
import type { ThemeDescription } from '../../model/theme.js';
import type { RubyHash, Value } from '../../ruby/value.js';
import { EnumerableDrop } from './enumerable-drop.js';

const PROPERTIES = ['metadata', 'dependencies', 'version', 'root', 'authors', 'description'] as const;

/** `theme` (Jekyll 4.4.1, `Drops::ThemeDrop`). */
export class ThemeDrop extends EnumerableDrop {
  readonly className = 'Jekyll::Drops::ThemeDrop';
  protected readonly properties = PROPERTIES;
  protected readonly fallback: RubyHash = new Map();

  /**
   * @param showsRoot whether templates may see the theme's folder: when `JEKYLL_ENV` is set to `development` by hand
   */
  constructor(
    private readonly theme: ThemeDescription,
    private readonly showsRoot: boolean,
    private readonly depend: (key: DependencyKey) => void,
  ) {
    super();
  }

  protected record(key: string): void {
    this.depend(`theme:${key}`);
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
        return theme[key];
      case 'dependencies':
        return [...theme.dependencies];
      case 'metadata':
        return theme.metadata;
      default:
        return undefined;
    }
  }
}
