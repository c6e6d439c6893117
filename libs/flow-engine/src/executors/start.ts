import { forKind } from './for-kind';

export const executeStart = forKind('start', () => ({ outcome: 'advanced', signal: { kind: 'next' } }));
