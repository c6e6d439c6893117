import { flowStateOf } from './flow-state';

describe('flowStateOf', () => {
  it.each([
    ['active', false, 'live'],
    ['active', true, 'liveChanged'],
    ['inactive', true, 'off'],
    ['draft', true, 'draft'],
  ] as const)('calls %s with unpublished changes %s %s', (status, hasUnpublishedChanges, expected) => {
    expect(flowStateOf({ status, hasUnpublishedChanges })).toBe(expected);
  });
});
