/** What runs beside builds and outlives them, by the name of the room that keeps it there. */
export type KeptHosts = Map<string, { dispose(): void }>;
