import { doctorCheckId, doctorCheckState, doctorFixId, type DoctorCheck } from '@instaflow/contracts';
import english from './locales/en.json';
import { sortChecks, summarizeReport } from './summarize-report';

const check = (id: DoctorCheck['id'], state: DoctorCheck['state']): DoctorCheck => ({
  id,
  state,
  sentence: 'It is so.',
  fixId: null,
  helpUrl: null,
  details: {},
  checkedAt: '2026-11-20T10:00:00.000Z',
});

describe('summarizeReport', () => {
  it('counts what is broken before what to look at', () => {
    const broken = check('permissions', 'failed');
    const odd = check('clock', 'warning');
    const fine = check('token_valid', 'passed');
    expect(summarizeReport({ checks: [fine, odd, broken] })).toEqual({ state: 'failed', count: 1 });
    expect(summarizeReport({ checks: [fine, odd] })).toEqual({ state: 'warning', count: 1 });
  });

  it('takes what could not be found out for no finding', () => {
    const checks = [
      check('clock', 'unknown'),
      check('round_trip', 'skipped'),
      check('token_valid', 'passed'),
    ];
    expect(summarizeReport({ checks })).toEqual({ state: 'passed', count: 1 });
  });
});

describe('sortChecks', () => {
  it('puts first what needs somebody and leaves the rest in its order', () => {
    const sorted = sortChecks([
      check('token_valid', 'passed'),
      check('clock', 'warning'),
      check('round_trip', 'skipped'),
      check('permissions', 'failed'),
      check('app_mode', 'passed'),
    ]);
    expect(sorted.map(({ id }) => id)).toEqual([
      'permissions',
      'clock',
      'token_valid',
      'round_trip',
      'app_mode',
    ]);
  });
});

describe('the words of the doctor', () => {
  it('are there for every check, state and fix', () => {
    expect(Object.keys(english.check)).toEqual(doctorCheckId.options);
    expect(Object.keys(english.state)).toEqual(doctorCheckState.options);
    expect(Object.keys(english.fix)).toEqual(doctorFixId.options);
  });
});
