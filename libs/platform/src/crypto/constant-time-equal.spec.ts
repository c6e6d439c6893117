import { constantTimeEqual } from './constant-time-equal';

describe('constantTimeEqual', () => {
  it('tells equal from different, also of different length and kind', () => {
    expect(constantTimeEqual('secret', 'secret')).toBe(true);
    expect(constantTimeEqual('secret', Buffer.from('secret'))).toBe(true);
    expect(constantTimeEqual('secret', 'secreT')).toBe(false);
    expect(constantTimeEqual('secret', 'secret and more')).toBe(false);
    expect(constantTimeEqual('', 'secret')).toBe(false);
  });
});
