import { toMessageError } from './to-message-error';

describe('toMessageError', () => {
  it.each([
    ['paused', null, 'Automation was paused.'],
    ['opted_out', null, 'The contact asked for no more messages.'],
    ['taken_over', 'Lena took over.', 'Lena took over.'],
    ['constructor', null, 'constructor'],
  ])('has a sentence for %s', (code, sentence, message) => {
    expect(toMessageError(code, sentence)).toEqual({ code, message });
  });

  it('is nothing where nothing went wrong', () => {
    expect(toMessageError(null, null)).toBeNull();
  });
});
