import { forKind } from './for-kind';

export const executeFollowGate = forKind('follow_gate', ({ contact: { isFollower } }) => {
  const value = isFollower === null ? 'unknown' : isFollower ? 'yes' : 'no';
  return { outcome: 'advanced', signal: { kind: 'follower', value }, detail: { follower: value } };
});
