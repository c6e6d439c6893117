import {
  businessHours,
  condition,
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
  onKeyword,
  onNext,
  quickReply,
  start,
  tagContact,
} from '../../builders';
import { template } from './gallery-template';
import { says, taps } from './moves';

const leadQualification = template({
  id: 'lead_qualification',
  audience: 'agency',
  name: 'Lead qualification',
  description: 'Asks new enquiries for need, budget and phone number, and passes the good ones on at once',
  triggers: [{ type: 'dm_keyword', keyword: 'offer, quote, consulting' }],
  flow: () =>
    flow(
      start(),
      message('Happy to help! What is it about?', {
        id: 'need',
        buttons: [
          quickReply('Advertising', 'ADS'),
          quickReply('Content', 'CONTENT'),
          quickReply('Something else', 'OTHER'),
        ],
        to: [onButton('ADS', 'ads'), onButton('CONTENT', 'content'), onButton('OTHER', 'person')],
      }),
      tagContact('needs_ads', { id: 'ads', to: [onNext('budget')] }),
      tagContact('needs_content', { id: 'content', to: [onNext('budget')] }),
      getInput('What is your budget per month, in euros?', {
        id: 'budget',
        inputType: 'number',
        saveToAttribute: 'budget',
        retries: 1,
        retryPrompt: 'Please as a number, such as 2000.',
        to: [onInput(true, 'large'), onInput(false, 'person')],
      }),
      condition(
        { all: [{ field: 'contact.budget', op: 'gte', value: 1000 }] },
        { id: 'large', to: [onBranch('true', 'phone'), on('else', 'small')] },
      ),
      getInput('Great. On which number may we call you?', {
        id: 'phone',
        inputType: 'phone',
        saveToAttribute: 'phone',
        retries: 1,
        to: [onInput(true, 'tell'), onInput(false, 'person')],
      }),
      notifyTeam('Qualified lead: budget {{contact.budget}}, {{contact.phone}}.', { id: 'tell' }),
      goal('qualified', { to: [onNext('person')] }),
      humanTakeover('Wants an offer.', {
        id: 'person',
        messageToContact: 'Someone of us will get in touch with you shortly.',
      }),
      message('For that budget our guide is the best start: https://example.com/guide', {
        id: 'small',
        end: true,
      }),
    ),
  tests: [
    {
      name: 'passes a good lead on',
      account: { country: 'DE' },
      steps: [
        says('I need an offer', 'What is it about'),
        taps('Advertising', 'budget per month'),
        says('2500', 'which number'),
        says('0151 23456789', 'get in touch'),
      ],
      expect: {
        isWithPerson: true,
        tags: ['needs_ads'],
        goals: ['qualified'],
        attributes: { budget: 2500, phone: '+4915123456789' },
      },
    },
    {
      name: 'sends small budgets the guide',
      steps: [
        says('quote please', 'What is it about'),
        taps('Content', 'budget per month'),
        says('300', 'guide is the best start'),
      ],
      expect: { isWithPerson: false, goals: [] },
    },
  ],
});

const faqWithHours = template({
  id: 'faq_with_hours',
  audience: 'agency',
  name: 'Questions and opening hours',
  description:
    'Answers the usual questions of a client’s followers, and hands over only while somebody is there',
  triggers: [{ type: 'default_reply' }],
  flow: () =>
    flow(
      start(),
      message('Hello! What would you like to know?', {
        id: 'menu',
        buttons: [
          quickReply('Opening hours', 'HOURS'),
          quickReply('Where are you?', 'PLACE'),
          quickReply('Talk to us', 'PERSON'),
        ],
        to: [
          onButton('HOURS', 'hours'),
          onButton('PLACE', 'place'),
          onButton('PERSON', 'open'),
          onKeyword('open, hours', 'hours'),
          onKeyword('address, where', 'place'),
        ],
      }),
      message('We are there from Monday to Friday, 9 to 17.', { id: 'hours', end: true }),
      message('12 Example Street, right at the market.', { id: 'place', end: true }),
      businessHours({ id: 'open', to: [onBranch('open', 'person'), onBranch('closed', 'closed')] }),
      message('Nobody is there right now. Write your question and you have an answer in the morning.', {
        id: 'closed',
        to: [onNext('person')],
      }),
      humanTakeover('Has a question.', { id: 'person' }),
    ),
  tests: [
    {
      name: 'answers by button and by word',
      steps: [
        {
          move: { kind: 'start' },
          expect: { messages: [{ buttons: ['Opening hours', 'Where are you?', 'Talk to us'] }] },
        },
        says('what is your address', 'Example Street'),
      ],
      expect: { status: 'completed' },
    },
    {
      name: 'hands over at once while open',
      startAt: '2026-01-05T10:00:00Z',
      account: { businessHours: [{ weekdays: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' }] },
      steps: [{ move: { kind: 'start' } }, taps('Talk to us')],
      expect: { isWithPerson: true },
    },
    {
      name: 'says so when nobody is there',
      startAt: '2026-01-04T10:00:00Z',
      account: { businessHours: [{ weekdays: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' }] },
      steps: [{ move: { kind: 'start' } }, taps('Talk to us', 'Nobody is there')],
      expect: { isWithPerson: true },
    },
  ],
});

const feedback = template({
  id: 'client_feedback',
  audience: 'agency',
  name: 'Feedback for a client',
  description:
    'Asks visitors who come by a link for a rating, thanks the happy ones and passes on the others',
  triggers: [{ type: 'ref_link', keyword: 'feedback' }],
  flow: () =>
    flow(
      start(),
      getInput('How was it, from 1 to 5?', {
        id: 'rating',
        inputType: 'number',
        saveToAttribute: 'rating',
        retries: 1,
        retryPrompt: 'Please a number from 1 to 5.',
        to: [onInput(true, 'good'), onInput(false, 'person')],
      }),
      condition(
        { all: [{ field: 'contact.rating', op: 'gte', value: 4 }] },
        { id: 'good', to: [onBranch('true', 'thanks'), on('else', 'sorry')] },
      ),
      message('Thank you! Would you tell others, too? https://example.com/review', { id: 'thanks' }),
      tagContact('happy', { end: true }),
      message('We are sorry to hear that. What should we do better?', {
        id: 'sorry',
        to: [onNext('person')],
      }),
      humanTakeover('Was not happy: {{contact.rating | default: "no rating"}}.', { id: 'person' }),
    ),
  tests: [
    {
      name: 'asks happy visitors for a review',
      steps: [
        { move: { kind: 'ref_link', ref: 'feedback' }, expect: { messages: [{ contains: '1 to 5' }] } },
        says('5', 'tell others'),
      ],
      expect: { tags: ['happy'], attributes: { rating: 5 } },
    },
    {
      name: 'passes on what went wrong',
      steps: [{ move: { kind: 'ref_link', ref: 'feedback' } }, says('2', 'do better')],
      expect: { isWithPerson: true, withoutTags: ['happy'] },
    },
  ],
});

/** Templates for agencies. */
export const agencyTemplates = [leadQualification, faqWithHours, feedback];
