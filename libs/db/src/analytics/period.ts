/** From `from` inclusive to `until` exclusive. */
export type Period = { from: Date; until: Date };
