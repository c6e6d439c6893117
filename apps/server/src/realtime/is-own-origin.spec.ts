import { isOwnOrigin } from './is-own-origin';

const site = { publicUrl: 'https://flows.example.com', isProduction: true };
const host = 'flows.example.com';

describe('isOwnOrigin', () => {
  it('accepts our own pages and programs that send no origin', () => {
    expect(isOwnOrigin({ origin: 'https://flows.example.com', host: 'internal:3000' }, site)).toBe(true);
    expect(isOwnOrigin({ origin: 'http://internal:3000', host: 'internal:3000' }, site)).toBe(true);
    expect(isOwnOrigin({ host }, site)).toBe(true);
  });

  it.each([
    'https://evil.example',
    'https://flows.example.com.evil.example',
    'null',
    'http://localhost:5173',
  ])('refuses %s in production', (origin) => {
    expect(isOwnOrigin({ origin, host }, site)).toBe(false);
  });

  it('accepts a development server of this machine outside production', () => {
    expect(isOwnOrigin({ origin: 'http://localhost:5173', host }, { ...site, isProduction: false })).toBe(
      true,
    );
  });
});
