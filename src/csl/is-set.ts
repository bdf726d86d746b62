/** Whether an attribute of a date or a name is there and is not `false`, `no` or `never`. */
export function isSet(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '' && !isDenial(String(value));
}

/** Whether a value says that it is not meant: in citeproc it counts as not there. */
export function isDenial(text: string): boolean {
  return /^(?:false|no|never)$/im.test(text);
}
