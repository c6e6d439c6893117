import { testPhoneUrl } from './test-phone-url';
import { useAccount } from './use-account';
import { useSystemInfo } from './use-system-info';

/** Address of the test phone for the current account; null when it has none. */
export function useTestPhoneUrl(): string | null {
  return testPhoneUrl(useSystemInfo().data?.simulatorUrl, useAccount());
}
