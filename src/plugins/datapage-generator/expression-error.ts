/** Ruby in settings that cannot be read here, or not be done with a record. */
export class ExpressionError extends Error {}
