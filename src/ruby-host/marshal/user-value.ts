/**
 * An object that writes itself as a text (`_dump` in Ruby) and is made of it again (`_load`). So pages, documents and all that is not to be
 * copied cross over: their text is what the other side finds them by.
 */
export class UserValue {
  constructor(
    /** Of its class in Ruby, e.g. `Jekyll::Document`. */
    readonly className: string,
    readonly text: string,
  ) {}
}
