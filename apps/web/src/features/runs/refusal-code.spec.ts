import { ApiError } from '../../shared/api/api-error';
import { refusalCodeOf } from './refusal-code';

describe('refusalCodeOf', () => {
  it('names what pauses automation', () => {
    const error = new ApiError({
      status: 409,
      code: 'automation_paused',
      message: '',
      details: { reason: 'flow_paused' },
    });
    expect(refusalCodeOf(error)).toBe('flow_paused');
  });

  it('names a refusal by its code', () => {
    expect(refusalCodeOf(new ApiError({ status: 422, code: 'no_connection', message: '' }))).toBe(
      'no_connection',
    );
  });

  it('leaves other failures to others', () => {
    expect(refusalCodeOf(new ApiError({ status: 500, code: 'internal_error', message: '' }))).toBeNull();
    expect(refusalCodeOf(new Error('offline'))).toBeNull();
  });
});
