import type { LoginOutcome } from '@instaflow/contracts';
import type { Permission } from '@instaflow/instagram';

/** Permissions that were not granted, as the accounts page finds them in its query. */
export const nameMissing = (missing: readonly Permission[]): Pick<LoginOutcome, 'missing'> =>
  missing.length === 0 ? {} : { missing: missing.map(({ name }) => name).join(',') };
