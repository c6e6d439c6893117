/** What one call of another program may take and give. */
export const callLimits = {
  defaultTimeoutMs: 10_000,
  maxTimeoutMs: 30_000,
  maxRetries: 3,
  urlLength: 4096,
  headers: 30,
  headerLength: 4096,
  bodyLength: 100_000,
  savedValues: 20,
  /** Of one saved value, as JSON. */
  savedLength: 5000,
  responseBytes: 1024 * 1024,
} as const;
