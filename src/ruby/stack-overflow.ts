/** Whether an error is JavaScript's for calls too deep, Ruby's `SystemStackError`. */
export function isStackOverflow(error: unknown): boolean {
  return error instanceof RangeError && error.message.includes('call stack');
}
