import { maxExactTotal as ofContracts } from '@instaflow/contracts';
import { maxExactTotal } from './max-exact-total';

it('is the number of the contracts', () => {
  expect(maxExactTotal).toBe(ofContracts);
});
