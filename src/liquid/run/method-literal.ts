import { Drop, type Value } from '../../ruby/value.js';

/**
 * `empty` and `blank` as written in a template (Liquid 4.0.4, `Expression::MethodLiteral`): compared with `==` they ask the other
 * side; printed they are nothing.
 */
export class MethodLiteral extends Drop {
  readonly className = 'Liquid::Expression::MethodLiteral';

  constructor(readonly method: 'empty?' | 'blank?') {
    super();
  }

  override get(): Value {
    return null;
  }

  override has(): boolean {
    return false;
  }

  override keys(): string[] {
    return [];
  }

  override toText(): string {
    return '';
  }
}
