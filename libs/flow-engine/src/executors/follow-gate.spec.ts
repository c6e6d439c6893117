import {
  businessHours,
  flow,
  followGate,
  message,
  onBranch,
  onButton,
  onFollower,
  onNext,
  quickReply,
  start,
  type FlowDefinition,
  type FlowStep,
} from '@instaflow/flow-model';
import { Conversation, hours } from '../testing/conversation';
import type { Setting } from '../testing/setting';

function begin(main: FlowDefinition, setting: Setting = {}) {
  const chat = new Conversation({ flows: { main }, ...setting });
  return { chat, answer: chat.says('hello') };
}

function branching(step: FlowStep, ...ends: string[]) {
  return flow(start(), step, ...ends.map((end) => message(end, { id: end, end: true })));
}

describe('follow_gate and business_hours', () => {
  it('branch by what Instagram says of the contact', () => {
    const main = branching(
      followGate({ to: [onFollower('yes', 'Y'), onFollower('no', 'N'), onFollower('unknown', 'U')] }),
      'Y',
      'N',
      'U',
    );
    const answers = [true, false, null].map(
      (isFollower) => begin(main, { contact: { isFollower, isFollowStateFresh: true } }).answer[0],
    );
    expect(answers).toEqual(['Y', 'N', 'U']);
    const asked = [true, false, null].map((isFollower) => learnAtGate(main, false, { isFollower }));
    expect(asked).toEqual([['Y'], ['N'], ['N']]);
  });

  it('ask Instagram anew, so that whoever followed meanwhile gets on', () => {
    const main = flow(
      start(),
      followGate({ id: 'gate', to: [onFollower('yes', 'Y'), onNext('ask')] }),
      message('Follow us', {
        id: 'ask',
        buttons: [quickReply('Done', 'done')],
        to: [onButton('done', 'gate')],
      }),
      message('Y', { id: 'Y' }),
    );
    const { chat, answer } = begin(main, { contact: { isFollower: false } });
    expect(answer).toEqual(['read_follow_state']);
    expect(tellFollowState(chat, { isFollower: false })).toEqual(['Follow us']);
    expect(chat.taps('done')).toEqual(['read_follow_state']);
    expect(chat.says('I did!')).toEqual([]);
    expect(tellFollowState(chat, { isFollower: true })).toEqual(['Y']);
    expect(chat.last?.trace[0]).toMatchObject({ nodeType: 'follow_gate', detail: { follower: 'yes' } });
    expect(chat.contact.isFollower).toBe(true);
  });

  it('count what was known when Instagram does not answer', () => {
    const main = branching(
      followGate({ to: [onFollower('yes', 'Y'), onFollower('no', 'N'), onFollower('unknown', 'U')] }),
      'Y',
      'N',
      'U',
    );
    const answers = [true, false, null].map((isFollower) => learnAtGate(main, isFollower, null));
    expect(answers).toEqual([['Y'], ['N'], ['U']]);
  });

  const tellFollowState = (chat: Conversation, data: { isFollower: boolean | null } | null) => {
    const key = chat.sent.findLast(({ kind }) => kind === 'read_follow_state')?.key ?? '';
    return data
      ? chat.learns({ key, outcome: 'answered', reason: null, data })
      : chat.learns({ key, outcome: 'unanswered', reason: 'profile_unavailable' });
  };
  const learnAtGate = (
    main: FlowDefinition,
    isFollower: boolean | null,
    data: { isFollower: boolean | null } | null,
  ) => tellFollowState(begin(main, { contact: { isFollower } }).chat, data);

  it('branch by the hours of the account', () => {
    const main = branching(businessHours({ to: [onBranch('open', 'O'), onBranch('closed', 'C')] }), 'O', 'C');
    const windows = [{ weekdays: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' }];
    const answerAt = (offset: number) => {
      const chat = new Conversation({ flows: { main }, settings: { businessHours: windows } });
      chat.now += offset;
      return chat.says('hello')[0];
    };
    expect([answerAt(0), answerAt(hours(4)), answerAt(-hours(24))]).toEqual(['O', 'C', 'C']);
    expect(begin(main).answer).toEqual(['O']);
  });
});
