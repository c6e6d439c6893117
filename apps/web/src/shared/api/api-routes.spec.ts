import { apiPrefix, endpoints, realtimePath } from '@instaflow/contracts';
import { realtimeAddressPath } from '../realtime/realtime-address';
import { apiRoutes } from './api-routes';
import { apiBase } from './build-request';

describe('apiRoutes', () => {
  it('says the same as the contracts', () => {
    const fromContracts = Object.fromEntries(
      Object.entries(endpoints).map(([name, { method, path }]) => [name, [method, path]]),
    );
    expect(apiRoutes).toEqual(fromContracts);
  });

  it('lives below the same addresses', () => {
    expect(apiBase).toBe(apiPrefix);
    expect(realtimeAddressPath).toBe(realtimePath);
  });
});
