/** Path of the event stream; a spec keeps it equal to the contracts'. */
export const realtimeAddressPath = '/api/v1/realtime';

/** Address of the event stream beside a page. */
export const realtimeUrl = ({ protocol, host }: Pick<Location, 'protocol' | 'host'>): string =>
  `${protocol === 'https:' ? 'wss' : 'ws'}://${host}${realtimeAddressPath}`;
