import { isInWindows } from '../schedule/weekly-windows';
import { forKind } from './for-kind';

/** Without business hours in the account's settings it is always open. */
export const executeBusinessHours = forKind('business_hours', ({ account: { settings }, now }) => {
  const { businessHours, timezone } = settings;
  const isOpen = businessHours === null || isInWindows(now, businessHours, timezone);
  const value = isOpen ? 'open' : 'closed';
  return { outcome: 'advanced', signal: { kind: 'branch', value }, detail: { branch: value } };
});
