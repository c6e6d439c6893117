import {
  apiCall,
  condition,
  flow,
  followGate,
  getInput,
  goal,
  humanTakeover,
  message,
  on,
  onBranch,
  onButton,
  onFollower,
  onInput,
  onNext,
  quickReply,
  start,
  tagContact,
  webUrl,
} from '../../builders';
import { template } from './gallery-template';
import { comments, says, taps } from './moves';

const person = (messageToAgent: string) =>
  humanTakeover(messageToAgent, {
    id: 'person',
    name: 'Hand over',
    messageToContact: 'Someone from our team will answer you here.',
  });

const priceOnComment = template({
  id: 'price_on_comment',
  audience: 'shop',
  name: 'Price on comment',
  description:
    'Answers "price?" below a post in public and in private, and sends the product link on request',
  triggers: [
    {
      type: 'comment_keyword',
      keyword: 'price, how much, link',
      publicReplies: ['Just sent you a message!'],
    },
  ],
  flow: () =>
    flow(
      start(),
      message('Hi {{contact.firstName | default: "there"}}! Shall I send you price and link?', {
        id: 'offer',
        name: 'Offer',
        buttons: [quickReply('Yes, please', 'YES'), quickReply('Ask a question', 'ASK')],
        to: [onButton('YES', 'link'), onButton('ASK', 'person')],
      }),
      message('Here you are. Free returns within 30 days.', {
        id: 'link',
        name: 'Link',
        buttons: [webUrl('To the product', 'https://example.com/product')],
      }),
      tagContact('asked_for_price', { end: true }),
      person('Has a question about a product below a post.'),
    ),
  tests: [
    {
      name: 'sends the link to whoever wants it',
      steps: [comments('Price?', 'Just sent', 'price and link'), taps('Yes, please', 'Free returns')],
      expect: { tags: ['asked_for_price'], status: 'completed' },
    },
    {
      name: 'leads questions to a person',
      steps: [
        comments('how much is it', 'Just sent', 'price and link'),
        taps('Ask a question', 'Someone from our team'),
      ],
      expect: { isWithPerson: true, withoutTags: ['asked_for_price'] },
    },
    { name: 'leaves other comments alone', steps: [comments('So pretty!')], expect: { status: 'idle' } },
  ],
});

const orderStatus = template({
  id: 'order_status',
  audience: 'shop',
  name: 'Where is my order?',
  description: 'Asks for the order number, looks it up in your shop and tells where the parcel is',
  triggers: [{ type: 'dm_keyword', keyword: 'order, parcel, delivery' }],
  flow: () =>
    flow(
      start(),
      getInput('What is your order number? It is in the confirmation we mailed you.', {
        id: 'number',
        name: 'Order number',
        saveToAttribute: 'order_number',
        retries: 1,
        timeoutSeconds: 12 * 3600,
        to: [onInput(true, 'look'), onInput(false, 'person'), on('timeout', 'person')],
      }),
      apiCall('https://example.com/api/orders/{{contact.order_number}}', {
        id: 'look',
        name: 'Look it up',
        retries: 1,
        saveResponse: [{ path: 'status', attribute: 'order_status' }],
        to: [onNext('tell'), on('error', 'person')],
      }),
      message('Your order {{contact.order_number}}: {{contact.order_status | default: "we are on it"}}.', {
        id: 'tell',
        name: 'Tell',
        buttons: [quickReply('Thank you', 'THANKS'), quickReply('Talk to a person', 'PERSON')],
        to: [onButton('THANKS', 'done'), onButton('PERSON', 'person')],
      }),
      goal('order answered', { id: 'done', end: true }),
      person('Asks about an order.'),
    ),
  tests: [
    {
      name: 'tells the state of an order',
      answers: { look: { status: 200, body: { status: 'on its way' } } },
      steps: [
        says('Where is my order?', 'order number'),
        says('4711', 'Your order 4711: on its way.'),
        taps('Thank you'),
      ],
      expect: { goals: ['order answered'], attributes: { order_number: '4711' } },
    },
    {
      name: 'hands over when the shop does not answer',
      answers: { look: { failure: 'timeout' } },
      steps: [says('parcel', 'order number'), says('4711', 'Someone from our team')],
      expect: { isWithPerson: true },
    },
  ],
});

const sizeAdvice = template({
  id: 'size_advice',
  audience: 'shop',
  name: 'Size advice',
  description: 'Asks for the usual size, remembers it and recommends the fitting one',
  triggers: [{ type: 'dm_keyword', keyword: 'size, fit' }],
  flow: () =>
    flow(
      start(),
      getInput('Which size do you wear otherwise?', {
        id: 'size',
        name: 'Usual size',
        inputType: 'choice',
        choices: [{ text: 'S' }, { text: 'M' }, { text: 'L' }],
        retryPrompt: 'Please tap S, M or L.',
        retries: 1,
        saveToAttribute: 'size',
        to: [onInput(true, 'large'), onInput(false, 'person')],
      }),
      condition(
        { all: [{ field: 'contact.size', op: 'equals', value: 'L' }] },
        { id: 'large', to: [onBranch('true', 'as_is'), on('else', 'one_up')] },
      ),
      message('Then take L: that style is cut wide.', { id: 'as_is', to: [onNext('tag')] }),
      message('Take one size larger than {{contact.size}}: that style is cut slim.', {
        id: 'one_up',
        to: [onNext('tag')],
      }),
      tagContact('size_known', { id: 'tag', end: true }),
      person('Is not sure about the size.'),
    ),
  tests: [
    {
      name: 'recommends a size up',
      steps: [says('Which size?', 'wear otherwise'), taps('M', 'larger than M')],
      expect: { tags: ['size_known'], attributes: { size: 'M' } },
    },
    {
      name: 'recommends L as it is',
      steps: [says('does it fit', 'wear otherwise'), taps('L', 'Then take L')],
      expect: { status: 'completed' },
    },
    {
      name: 'asks again, then hands over',
      steps: [
        says('size?', 'wear otherwise'),
        says('huh', 'Please tap'),
        says('dunno', 'Someone from our team'),
      ],
      expect: { isWithPerson: true },
    },
  ],
});

const backInStock = template({
  id: 'back_in_stock',
  audience: 'shop',
  name: 'Back in stock',
  description: 'Collects who waits for a sold-out product, with e-mail and consent',
  triggers: [{ type: 'dm_keyword', keyword: 'restock, sold out, available' }],
  flow: () =>
    flow(
      start(),
      message('It will be back soon. Shall we tell you as soon as it is?', {
        id: 'offer',
        buttons: [
          quickReply('Yes, by e-mail', 'YES'),
          quickReply('No, thanks', 'NO'),
          quickReply('Ask the team', 'PERSON'),
        ],
        to: [onButton('YES', 'mail'), onButton('NO', 'bye'), onButton('PERSON', 'person')],
      }),
      getInput('Which address may we write to?', {
        id: 'mail',
        inputType: 'email',
        saveToAttribute: 'email',
        retries: 1,
        retryPrompt: 'That does not look like an e-mail address. Once more, please?',
        to: [onInput(true, 'tag'), onInput(false, 'person')],
      }),
      tagContact('waits_for_restock', { id: 'tag' }),
      message('Done: we will write to {{contact.email}} once.', { id: 'done', end: true }),
      message('All right. You find everything new at https://example.com/new', { id: 'bye', end: true }),
      person('Asks for a product that is sold out.'),
    ),
  tests: [
    {
      name: 'puts people on the list',
      steps: [
        says('When is it available?', 'back soon'),
        taps('Yes, by e-mail', 'Which address'),
        says('ana@example.com', 'write to ana@example.com'),
      ],
      expect: { tags: ['waits_for_restock'] },
    },
    {
      name: 'forgives one slip',
      steps: [
        says('restock?', 'back soon'),
        taps('Yes, by e-mail', 'Which address'),
        says('ana', 'Once more'),
        says('ana@example.com', 'Done'),
      ],
      expect: { status: 'completed' },
    },
    {
      name: 'takes no for an answer',
      steps: [says('sold out?', 'back soon'), taps('No, thanks', 'All right')],
      expect: { withoutTags: ['waits_for_restock'] },
    },
  ],
});

const followerDiscount = template({
  id: 'follower_discount',
  audience: 'shop',
  name: 'Discount for followers',
  description: 'Gives a code to those who follow you and asks the others to follow first',
  triggers: [{ type: 'dm_keyword', keyword: 'discount, code' }],
  flow: () =>
    flow(
      start(),
      followGate({
        id: 'gate',
        to: [onFollower('yes', 'code'), onFollower('no', 'ask'), onFollower('unknown', 'ask')],
      }),
      message('The code is for those who follow us. Follow, then tap here.', {
        id: 'ask',
        buttons: [quickReply('I follow you', 'FOLLOWS'), quickReply('Ask a question', 'PERSON')],
        to: [onButton('FOLLOWS', 'gate'), onButton('PERSON', 'person')],
      }),
      message('Thank you! Your code: FOLLOW10', { id: 'code' }),
      tagContact('has_code', { end: true }),
      person('Asks about the discount.'),
    ),
  tests: [
    {
      name: 'gives the code to followers',
      contact: { isFollower: true },
      steps: [says('code', 'FOLLOW10')],
      expect: { tags: ['has_code'] },
    },
    {
      name: 'gives it once somebody follows',
      contact: { isFollower: false },
      steps: [
        says('discount?', 'Follow, then tap'),
        taps('I follow you', 'Follow, then tap'),
        { move: { kind: 'person', isFollower: true } },
        taps('I follow you', 'FOLLOW10'),
      ],
      expect: { status: 'completed' },
    },
  ],
});

/** Templates for shops. */
export const shopTemplates = [priceOnComment, orderStatus, sizeAdvice, backInStock, followerDiscount];
