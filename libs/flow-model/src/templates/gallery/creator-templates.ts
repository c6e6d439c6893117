import {
  flow,
  getInput,
  goal,
  humanTakeover,
  message,
  notifyTeam,
  on,
  onBranch,
  onButton,
  onInput,
  onNext,
  quickReply,
  randomizer,
  start,
  tagContact,
  wait,
  webUrl,
} from '../../builders';
import { template } from './gallery-template';
import { comments, passes, says, taps } from './moves';

const mentionThanks = template({
  id: 'story_mention_thanks',
  audience: 'creator',
  name: 'Thanks for the mention',
  description: 'Thanks everybody who mentions you in a story and asks whether you may share it',
  triggers: [{ type: 'story_mention' }],
  flow: () =>
    flow(
      start(),
      message('Thank you for the mention, {{contact.firstName | default: "dear"}}! May I share your story?', {
        id: 'ask',
        buttons: [quickReply('Of course', 'YES'), quickReply('Rather not', 'NO')],
        to: [onButton('YES', 'tag'), onButton('NO', 'fine')],
      }),
      tagContact('may_share_story', { id: 'tag' }),
      message('You made my day!', { id: 'yes' }),
      humanTakeover('A story may be shared.', { id: 'person' }),
      message('No problem at all. Thank you anyway!', { id: 'fine', end: true }),
    ),
  tests: [
    {
      name: 'asks for leave and tells you of it',
      steps: [
        {
          move: { kind: 'story_mention' },
          expect: { messages: [{ text: 'Thank you for the mention, Ana! May I share your story?' }] },
        },
        taps('Of course', 'made my day'),
      ],
      expect: { tags: ['may_share_story'], isWithPerson: true },
    },
    {
      name: 'respects a no',
      steps: [{ move: { kind: 'story_mention' } }, taps('Rather not', 'No problem')],
      expect: { withoutTags: ['may_share_story'] },
    },
  ],
});

const leadMagnet = template({
  id: 'free_guide',
  audience: 'creator',
  name: 'Free guide for an e-mail',
  description:
    'Whoever comments the keyword gets your guide for an e-mail address, and a reminder if they forget',
  triggers: [{ type: 'comment_keyword', keyword: 'guide' }],
  flow: () =>
    flow(
      start(),
      message('Hi! The guide is yours for free. Where may I send it?', {
        id: 'offer',
        buttons: [quickReply('Send it to me', 'SEND'), quickReply('I have a question', 'PERSON')],
        to: [onButton('SEND', 'mail'), onButton('PERSON', 'person')],
      }),
      getInput('Your e-mail address, please:', {
        id: 'mail',
        inputType: 'email',
        saveToAttribute: 'email',
        retries: 2,
        timeoutSeconds: 4 * 3600,
        to: [onInput(true, 'tag'), onInput(false, 'person'), on('timeout', 'remind')],
      }),
      message('The guide is still here for you. Just tap “Send it to me” above.', {
        id: 'remind',
        end: true,
      }),
      tagContact('guide', { id: 'tag' }),
      message('It is on its way to {{contact.email}}. Read it here right away:', {
        id: 'link',
        buttons: [webUrl('Open the guide', 'https://example.com/guide')],
      }),
      goal('guide sent', { end: true }),
      humanTakeover('Has a question about the guide.', { id: 'person' }),
    ),
  tests: [
    {
      name: 'trades the guide for an address',
      steps: [
        comments('GUIDE please', 'for free'),
        taps('Send it to me', 'Your e-mail'),
        says('ana@example.com', 'on its way'),
      ],
      expect: { tags: ['guide'], goals: ['guide sent'], attributes: { email: 'ana@example.com' } },
    },
    {
      name: 'reminds after four hours',
      steps: [
        comments('guide', 'for free'),
        taps('Send it to me', 'Your e-mail'),
        passes('4h', 'still here'),
      ],
      expect: { status: 'completed', withoutTags: ['guide'] },
    },
  ],
});

const waitlist = template({
  id: 'course_waitlist',
  audience: 'creator',
  name: 'Waiting list with two headlines',
  description: 'Invites to your next course with one of two texts, so that you see which one works better',
  triggers: [{ type: 'dm_keyword', keyword: 'course, waitlist' }],
  flow: () =>
    flow(
      start(),
      randomizer(
        [
          { id: 'a', weight: 50 },
          { id: 'b', weight: 50 },
        ],
        { id: 'headline', to: [onBranch('a', 'short'), onBranch('b', 'long')] },
      ),
      message('The next course starts in spring. Are you in?', {
        id: 'short',
        buttons: [quickReply('I am in', 'IN'), quickReply('Tell me more', 'MORE')],
        to: [onButton('IN', 'tag'), onButton('MORE', 'person')],
      }),
      message('Six weeks, one evening each, and you publish your first series. Shall I keep you a seat?', {
        id: 'long',
        buttons: [quickReply('Keep me a seat', 'IN'), quickReply('Tell me more', 'MORE')],
        to: [onButton('IN', 'tag'), onButton('MORE', 'person')],
      }),
      tagContact('waitlist', { id: 'tag' }),
      message('You are on the list. I write to you first.', { id: 'done' }),
      goal('on the waiting list', { end: true }),
      humanTakeover('Wants to know more about the course.', { id: 'person' }),
    ),
  tests: [
    {
      name: 'takes people on the list with the short text',
      forcedBranches: { headline: 'a' },
      steps: [says('course?', 'starts in spring'), taps('I am in', 'on the list')],
      expect: { tags: ['waitlist'], goals: ['on the waiting list'] },
    },
    {
      name: 'takes people on the list with the long text',
      forcedBranches: { headline: 'b' },
      steps: [says('waitlist', 'Six weeks'), taps('Keep me a seat', 'on the list')],
      expect: { tags: ['waitlist'] },
    },
  ],
});

const brandEnquiry = template({
  id: 'brand_enquiry',
  audience: 'creator',
  name: 'Brands that want to work with you',
  description: 'Asks brands for company and budget, sends the media kit and tells you',
  triggers: [{ type: 'dm_keyword', keyword: 'collab, cooperation, campaign, media kit' }],
  flow: () =>
    flow(
      start(),
      getInput('Thank you for asking! Which brand are you writing for?', {
        id: 'brand',
        saveToAttribute: 'brand',
        to: [onInput(true, 'budget'), onInput(false, 'person')],
      }),
      getInput('And what is the budget, in euros?', {
        id: 'budget',
        inputType: 'number',
        saveToAttribute: 'budget',
        retries: 1,
        retryPrompt: 'A number is enough, such as 1500.',
        to: [onInput(true, 'kit'), onInput(false, 'person')],
      }),
      message('Here is the media kit for {{contact.brand}}:', {
        id: 'kit',
        buttons: [webUrl('Media kit', 'https://example.com/media-kit')],
      }),
      notifyTeam('{{contact.brand}} asks for a campaign, budget {{contact.budget}}.', { id: 'tell' }),
      tagContact('brand', { to: [onNext('person')] }),
      humanTakeover('A brand asks for a campaign.', { id: 'person' }),
    ),
  tests: [
    {
      name: 'knows brand and budget before you do',
      steps: [says('Media kit?', 'Which brand'), says('Acme', 'budget'), says('2000', 'media kit for Acme')],
      expect: { isWithPerson: true, tags: ['brand'], attributes: { brand: 'Acme', budget: 2000 } },
    },
    {
      name: 'asks again for a number',
      steps: [
        says('collab', 'Which brand'),
        says('Acme', 'budget'),
        says('a lot', 'A number is enough'),
        says('1500', 'media kit'),
      ],
      expect: { attributes: { budget: 1500 } },
    },
  ],
});

const lastHours = template({
  id: 'live_replay',
  audience: 'creator',
  name: 'Replay of your live',
  description: 'Sends the replay to whoever comments in your live video, and asks the next day how it was',
  triggers: [{ type: 'live_comment', keyword: 'replay' }],
  flow: () =>
    flow(
      start(),
      message('Shall I send you the replay when the live is over?', {
        id: 'offer',
        buttons: [quickReply('Yes', 'YES'), quickReply('Ask something', 'PERSON')],
        to: [onButton('YES', 'wait'), onButton('PERSON', 'person')],
      }),
      wait('2h', { id: 'wait' }),
      message('Here it is: https://example.com/replay', { id: 'replay' }),
      wait('20h', { id: 'later' }),
      message('How did you like it?', {
        id: 'how',
        buttons: [quickReply('Loved it', 'GOOD'), quickReply('So-so', 'BAD')],
        to: [onButton('GOOD', 'fan'), onButton('BAD', 'person')],
      }),
      tagContact('fan', { id: 'fan', end: true }),
      humanTakeover('Talks about the live.', { id: 'person' }),
    ),
  tests: [
    {
      name: 'sends the replay and asks the next day',
      steps: [
        {
          move: { kind: 'comment', text: 'replay?', isLive: true },
          expect: { messages: [{ as: 'private_reply' }] },
        },
        taps('Yes'),
        passes('2h', 'Here it is'),
        passes('20h', 'How did you like it'),
        taps('Loved it'),
      ],
      expect: { tags: ['fan'] },
    },
  ],
});

/** Templates for creators. */
export const creatorTemplates = [mentionThanks, leadMagnet, waitlist, brandEnquiry, lastHours];
