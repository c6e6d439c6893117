import type { InstagramAccount } from '@instaflow/contracts';

/** Address of the test phone that writes to an account; null when there is none for it. */
export function testPhoneUrl(
  simulatorUrl: string | null | undefined,
  account: InstagramAccount | null,
): string | null {
  if (!simulatorUrl || !account?.isSimulated) return null;
  const url = new URL(simulatorUrl);
  url.searchParams.set('account', account.instagramUserId);
  return url.toString();
}
