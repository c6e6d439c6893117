import { flowStateOf } from './flow-state';

const since = '2026-11-20T10:00:00.000Z';
const plain = { pausedAt: null, archivedAt: null };

describe('flowStateOf', () => {
  it.each([
    ['active', false, 'live'],
    ['active', true, 'liveChanged'],
    ['inactive', true, 'off'],
    ['draft', true, 'draft'],
  ] as const)('calls %s with unpublished changes %s %s', (status, hasUnpublishedChanges, expected) => {
    expect(flowStateOf({ ...plain, status, hasUnpublishedChanges })).toBe(expected);
  });

  it('names a pause before what the flow would be without it', () => {
    const flow = { ...plain, status: 'active', hasUnpublishedChanges: true, pausedAt: since } as const;
    expect(flowStateOf(flow)).toBe('paused');
  });

  it('calls a flow that was put away archived, whatever else it is', () => {
    const flow = { status: 'inactive', hasUnpublishedChanges: true, pausedAt: since } as const;
    expect(flowStateOf({ ...flow, archivedAt: since })).toBe('archived');
  });
});
