/** Environment variables, handed in so that no stage reads the process's own. */
export type Environment = Readonly<Record<string, string | undefined>>;
