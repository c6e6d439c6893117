import { loginOutcome, loginProblem } from '@instaflow/contracts';
import english from './locales/en.json';
import { problemActions, readLoginOutcome } from './login-outcome';

const read = (query: string) => readLoginOutcome(new URLSearchParams(query));

describe('readLoginOutcome', () => {
  it('finds nothing where nobody comes from a login', () => {
    expect(read('')).toBeNull();
    expect(read('problem=&connected=')).toBeNull();
  });

  it('reads what the server wrote', () => {
    const connected = '018f0000-0000-7000-8000-000000000001';
    const missing = 'instagram_business_manage_comments';
    expect(loginOutcome.safeParse({ connected, missing }).success).toBe(true);
    expect(read(`connected=${connected}&missing=${missing}`)).toEqual({
      connected,
      choose: null,
      problem: null,
      missing: [missing],
    });
    expect(read('problem=denied')).toEqual({
      connected: null,
      choose: null,
      problem: 'denied',
      missing: [],
    });
  });

  it('finds the accounts one has to choose from', () => {
    expect(read('choose=c1&missing=business_management')).toEqual({
      connected: null,
      choose: 'c1',
      problem: null,
      missing: ['business_management'],
    });
  });

  it('takes a problem it does not know for a failed login, never for a connection', () => {
    expect(read('problem=brand_new&connected=x')).toEqual({
      connected: null,
      choose: null,
      problem: 'login_failed',
      missing: [],
    });
  });
});

describe('problems of a login', () => {
  it.each(loginProblem.options)('%s has words and says what to do', (problem) => {
    const { title, text, steps } = english.problem[problem];
    expect([title, text, steps].every((part) => part.length > 0)).toBe(true);
    expect(Object.keys(problemActions)).toContain(problem);
  });
});
