/** What a flow document may grow to; the customer's largest are about a tenth of it. */
export const flowLimits = {
  bytes: 2 * 1024 * 1024,
  nodes: 2000,
  depth: 32,
  values: 500_000,
} as const;
