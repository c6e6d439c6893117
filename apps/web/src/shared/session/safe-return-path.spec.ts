import { safeReturnPath } from './safe-return-path';

describe('safeReturnPath', () => {
  it('goes back to a path of the app', () => {
    expect(safeReturnPath('/accounts/1/inbox?unread=true')).toBe('/accounts/1/inbox?unread=true');
  });

  it.each([null, '', 'https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)'])(
    'does not follow %p',
    (path) => {
      expect(safeReturnPath(path)).toBe('/');
    },
  );
});
