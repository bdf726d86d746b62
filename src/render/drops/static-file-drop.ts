import type { StaticFile } from '../../model/page.js';
import { inspect } from '../../ruby/inspect.js';
import { timeFromMilliseconds } from '../../ruby/time/time.js';
import type { HeldObject, RubyHash, Value } from '../../ruby/value.js';
import type { DropScope } from './drop-scope.js';
import { EnumerableDrop } from './enumerable-drop.js';

const PROPERTIES = ['name', 'collection', 'basename', 'extname', 'path', 'modified_time'] as const;

/** A file copied as it is (Jekyll 4.4.1, `Drops::StaticFileDrop`). */
export class StaticFileDrop extends EnumerableDrop implements HeldObject {
  readonly className = 'Jekyll::Drops::StaticFileDrop';

  constructor(
    readonly file: StaticFile,
    private readonly scope: DropScope,
  ) {
    super();
  }

  protected get properties(): readonly string[] {
    return PROPERTIES;
  }

  protected get fallback(): RubyHash {
    return this.file.data;
  }

  protected declared(key: string): Value | undefined {
    switch (key) {
      case 'name':
      case 'basename':
      case 'collection':
      case 'path':
        return this.file[key];
      case 'extname':
        return this.file.extension;
      case 'modified_time':
        return timeFromMilliseconds(this.file.source.modifiedAt);
      default:
        return undefined;
    }
  }

  protected record(key: string): void {
    this.scope.readAttribute('static files', this.file.id, key);
  }

  get heldId(): string {
    return this.file.id;
  }

  /** Ruby's own has an address in it. */
  heldText(): string {
    return '#<Jekyll::StaticFile>';
  }

  /** Jekyll 4.4.1, `StaticFile#inspect`. */
  heldInspect(): string {
    this.record('path');
    return `#<Jekyll::StaticFile @relative_path=${inspect(this.file.path)}>`;
  }
}
