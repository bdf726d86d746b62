/**
 * For a test of what ends by a count of ours: a busy machine may take as long as it likes. A limit of time would not end it either, since
 * nothing else runs until it comes back.
 */
export const UNTIMED = { timeout: 0 } as const;
