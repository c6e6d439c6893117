/** A year: longer waits are almost surely a slip, and outlive most tokens. */
export const maxWaitSeconds = 366 * 86_400;
