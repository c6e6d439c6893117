import { formatSpan } from './format-span';

describe('formatSpan', () => {
  it.each([
    [2 * 86_400_000, '2 days'],
    [3_600_000, '1 hour'],
    [45 * 60_000, '45 minutes'],
    [10, '1 minute'],
  ])('writes %d ms as %s', (ms, text) => {
    expect(formatSpan(ms, 'en')).toBe(text);
  });
});
