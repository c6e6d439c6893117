import type { Notification } from '@instaflow/contracts';
import { placeOfNotification } from './place-of-notification';

const about = (more: Partial<Notification>): Notification =>
  ({
    kind: 'team_message',
    instagramAccountId: 'a',
    conversationId: null,
    contactId: null,
    flowId: null,
    commentId: null,
    ...more,
  }) as Notification;

describe('placeOfNotification', () => {
  it.each([
    [{ conversationId: 'c', contactId: 'p', flowId: 'f' }, '/accounts/a/inbox/c'],
    [{ contactId: 'p', flowId: 'f' }, '/accounts/a/contacts/p'],
    [{ flowId: 'f' }, '/accounts/a/flows/f'],
    [{}, '/accounts/a'],
    [{ kind: 'flow_comment', flowId: 'f', commentId: 'k' }, '/accounts/a/flows/f?comment=k'],
    [{ kind: 'account_error', flowId: 'f' }, '/accounts'],
    [
      { kind: 'run_failed', conversationId: 'c', contactId: 'p', flowId: 'f' },
      '/accounts/a/contacts/p?activity=turns',
    ],
    [{ kind: 'run_failed', flowId: 'f' }, '/accounts/a/flows/f'],
  ] as const)('of %j is %s', (matter, place) => {
    expect(placeOfNotification(about(matter))).toBe(place);
  });
});
