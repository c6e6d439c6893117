import { checkCredentials } from './check-credentials';

describe('checkCredentials', () => {
  it('has nothing to say about a usable pair', () => {
    expect(checkCredentials({ email: ' ana@example.com ', password: 'long enough' }, 8)).toEqual({});
  });

  it.each(['', 'ana', 'ana@', '@example.com', 'ana@example', 'a na@example.com'])(
    'refuses the e-mail %p',
    (email) => {
      expect(checkCredentials({ email, password: 'long enough' }, 8).email).toBe('email');
    },
  );

  it('asks for longer passwords only where a new one is made', () => {
    expect(checkCredentials({ email: 'a@b.co', password: 'short' }, 8).password).toBe('passwordShort');
    expect(checkCredentials({ email: 'a@b.co', password: 'short' }, 0).password).toBeUndefined();
    expect(checkCredentials({ email: 'a@b.co', password: '' }, 0).password).toBe('passwordMissing');
  });
});
