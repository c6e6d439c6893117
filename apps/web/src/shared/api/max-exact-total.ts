/** Lists count no further than this. A copy, kept equal by a spec: the contracts would bring all of zod along. */
export const maxExactTotal = 2_000;
