import { TZDate, tzOffset } from '@date-fns/tz';
import type { AccountSnapshot } from '../account-snapshot';
import type { ContactSnapshot } from '../contact-snapshot';

type Place = {
  contact: Pick<ContactSnapshot, 'timezone' | 'customAttributes'>;
  account: { settings: Pick<AccountSnapshot['settings'], 'timezone'> };
};

/**
 * The zone a contact lives in. Instagram does not tell it, so it is the attribute `timezone` (an IANA name) that a flow,
 * an import or a person of the team has set; the account's zone where there is none.
 */
export function zoneOfContact({ contact, account }: Place): string {
  const { timezone: said } = contact.customAttributes;
  return [contact.timezone, said].find(isZone) ?? account.settings.timezone;
}

function isZone(zone: unknown): zone is string {
  return typeof zone === 'string' && zone !== '' && !Number.isNaN(tzOffset(zone, new Date(0)));
}

/** The zone if it is one, else UTC. */
export function usableZone(zone: string | null): string {
  return isZone(zone) ? zone : 'UTC';
}

const localDateTime = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2}))?)?$/;

/** Epoch milliseconds of a date; one without an offset is meant in `zone`. Null when it is no date. */
export function parseMoment(text: string, zone: string): number | null {
  const local = localDateTime.exec(text.trim());
  if (!local) {
    const moment = Date.parse(text);
    return Number.isNaN(moment) ? null : moment;
  }
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = local
    .slice(1)
    .map((part) => (part === undefined ? 0 : Number(part)));
  const moment = new TZDate(year, month - 1, day, hour, minute, second, usableZone(zone));
  return Number.isNaN(moment.getTime()) ? null : moment.getTime();
}
