/** Far beyond any number a lane reaches: held messages keep their order among themselves and block nobody. */
export const behindAll = '1000000000000';

/** Held messages are let go by `release_quiet_messages`; if nobody calls it, they leave by themselves a little later. */
export const byThemselves = `interval '1 minute'`;
