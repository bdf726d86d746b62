import { Drop, type Value } from '../../ruby/value.js';

/** Where a loop stands; changes as the loop goes on, as Ruby's does. */
export abstract class LoopDrop extends Drop {
  /** 0-based. */
  index = 0;

  constructor(readonly length: number) {
    super();
  }

  /** Liquid's own drops claim to know every name (`Drop#key?`). */
  override has(): boolean {
    return true;
  }

  /** What both kinds of loops tell. */
  protected position(key: string): Value {
    switch (key) {
      case 'index':
        return this.index + 1;
      case 'index0':
        return this.index;
      case 'rindex':
        return this.length - this.index;
      case 'rindex0':
        return this.length - this.index - 1;
      case 'first':
        return this.index === 0;
      case 'last':
        return this.index === this.length - 1;
      case 'length':
        return this.length;
      default:
        return null;
    }
  }
}

/** `forloop` (Liquid 4.0.4, `ForloopDrop`). */
export class ForLoop extends LoopDrop {
  readonly className = 'Liquid::ForloopDrop';

  constructor(
    /** Variable and collection as written, e.g. `post-site.posts`. */
    readonly name: string,
    length: number,
    readonly parent: ForLoop | null,
  ) {
    super(length);
  }

  override get(key: string): Value {
    if (key === 'name') return this.name;
    return key === 'parentloop' ? this.parent : this.position(key);
  }

  override keys(): string[] {
    return ['name', 'length', 'parentloop', 'index', 'index0', 'rindex', 'rindex0', 'first', 'last'];
  }
}

/** `tablerowloop` (Liquid 4.0.4, `TablerowloopDrop`). */
export class TableRowLoop extends LoopDrop {
  readonly className = 'Liquid::TablerowloopDrop';
  /** 1-based. */
  row = 1;
  column = 1;

  constructor(
    length: number,
    /** 0 when not given: one endless row. */
    readonly columns: number,
  ) {
    super(length);
  }

  get isLastColumn(): boolean {
    return this.column === this.columns;
  }

  override get(key: string): Value {
    switch (key) {
      case 'row':
        return this.row;
      case 'col':
        return this.column;
      case 'col0':
        return this.column - 1;
      case 'col_first':
        return this.column === 1;
      case 'col_last':
        return this.isLastColumn;
      default:
        return this.position(key);
    }
  }

  override keys(): string[] {
    return [
      'length',
      'col',
      'row',
      'index',
      'index0',
      'col0',
      'rindex',
      'rindex0',
      'first',
      'last',
      'col_first',
      'col_last',
    ];
  }

  /** To the next cell. */
  advance(): void {
    this.index += 1;
    if (this.isLastColumn) {
      this.column = 1;
      this.row += 1;
    } else {
      this.column += 1;
    }
  }
}
