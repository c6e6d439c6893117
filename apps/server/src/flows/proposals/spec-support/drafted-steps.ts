import type { ProposedStep, ProposedSteps } from '../language/proposed-steps';

export const draftedMessage = {
  kind: 'message',
  key: 'hello',
  name: 'Ask what they want',
  text: 'Hi! What are you looking for?',
  buttons: [],
  quickReplies: [
    { title: 'Prices', next: 'prices' },
    { title: 'A person', next: 'person' },
  ],
  next: null,
} satisfies ProposedStep;

export const draftedHandOver = {
  kind: 'hand_over',
  key: 'person',
  name: 'Give it to a person',
  messageToTeam: 'Wants to talk to somebody',
  messageToContact: '',
} satisfies ProposedStep;

export const draftedTag = {
  kind: 'add_tag',
  key: 'prices',
  name: 'Remember the interest',
  tag: 'prices',
  next: null,
} satisfies ProposedStep;

/** What a model might answer: a question with two ways on. */
export const draftedSteps: ProposedSteps = {
  summary: 'Asks what people want. The prices are left to fill in.',
  steps: [draftedMessage, draftedTag, draftedHandOver],
};

/** One step of each kind that has ways on, each leading to a hand-over. */
export const oneOfEach: ProposedSteps = {
  summary: 'All kinds.',
  steps: [
    {
      kind: 'split',
      key: 'split',
      name: 'Split',
      branches: ['message', 'ask', 'condition', 'follow', 'hours'].map((next) => ({
        label: next,
        percent: 20,
        next,
      })),
    },
    {
      kind: 'message',
      key: 'message',
      name: 'Message',
      text: 'Look',
      buttons: [
        { title: 'Open', url: 'https://example.com/shop', next: null },
        { title: 'Wait', url: null, next: 'wait' },
      ],
      quickReplies: [],
      next: null,
    },
    {
      kind: 'ask',
      key: 'ask',
      name: 'Ask',
      question: 'Your e-mail?',
      answer: 'email',
      saveTo: 'email',
      askAgain: '',
      next: 'set',
      ifInvalid: 'person',
    },
    {
      kind: 'condition',
      key: 'condition',
      name: 'Condition',
      field: 'contact.email',
      operator: 'exists',
      value: '',
      ifTrue: 'goal',
      ifNot: 'untag',
    },
    { kind: 'follow_check', key: 'follow', name: 'Follow', ifFollows: 'goal', ifNot: 'person' },
    { kind: 'business_hours', key: 'hours', name: 'Hours', ifOpen: 'person', ifClosed: 'notify' },
    { kind: 'wait', key: 'wait', name: 'Wait', minutes: 90, next: 'person' },
    {
      kind: 'set_attribute',
      key: 'set',
      name: 'Set',
      attribute: 'source',
      value: 'dm',
      next: 'person',
    },
    { kind: 'remove_tag', key: 'untag', name: 'Untag', tag: 'new', next: 'person' },
    { kind: 'goal', key: 'goal', name: 'Goal', goal: 'lead', next: 'person' },
    { kind: 'notify_team', key: 'notify', name: 'Notify', message: 'Somebody wrote', next: 'person' },
    draftedHandOver,
  ],
};
