/** What the worker is to do when Ruby has left its loop, by the byte that comes then. */
export const MOVES = ['mark', 'reset', 'drop'] as const;

export type Move = (typeof MOVES)[number];
