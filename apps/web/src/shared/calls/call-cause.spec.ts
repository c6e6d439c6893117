import english from './locales/en.json';
import { callCauses, readCallCause } from './call-cause';

describe('readCallCause', () => {
  it('reads the status of an answer', () => {
    expect(readCallCause('http_404')).toEqual({ kind: 'status', status: '404' });
  });

  it('knows its codes and no others', () => {
    expect(readCallCause('address_blocked')).toEqual({ kind: 'cause', cause: 'address_blocked' });
    expect(readCallCause('no_match')).toBeNull();
    expect(readCallCause('http_4')).toBeNull();
  });

  it('has words for every cause', () => {
    expect(Object.keys(english.cause)).toEqual([...callCauses]);
  });
});
