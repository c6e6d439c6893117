import type { FlowVersion } from '@instaflow/contracts';

export type RetryVersionOption = { version: number; isLive: boolean };

/** The versions a failed run could go on in besides its own, the newest first. */
export const listRetryVersions = (
  versions: readonly Pick<FlowVersion, 'version' | 'isLive'>[],
  own: number | null,
): RetryVersionOption[] =>
  versions
    .filter(({ version }) => version !== own)
    .map(({ version, isLive }) => ({ version, isLive }))
    .toSorted((one, other) => other.version - one.version);
