import {
  flow,
  getInput,
  humanTakeover,
  message,
  on,
  onButton,
  onInput,
  onNext,
  quickReply,
  start,
  tagContact,
  wait,
} from '../builders';
import type { FlowDefinition } from '../flow-definition';

/** A flow to start from. Each call gives a new document. */
export type FlowTemplate = {
  id: 'welcome' | 'comment_to_dm';
  name: string;
  description: string;
  create: () => FlowDefinition;
};

/** Welcomes, offers two ways on, asks for the e-mail an hour later, hands over to a person on request. */
function createWelcome(): FlowDefinition {
  return place(
    flow(
      start({ id: 'node_1', name: 'Start Flow' }),
      message('Hello {{contact.firstName}}! Welcome to our page. How can I help you today?', {
        id: 'node_2',
        name: 'Welcome Message',
        buttons: [
          quickReply('Browse Products', 'BROWSE_PRODUCTS'),
          quickReply('Contact Support', 'CONTACT_SUPPORT'),
        ],
        to: [onButton('BROWSE_PRODUCTS', 'node_3'), onButton('CONTACT_SUPPORT', 'node_4')],
      }),
      tagContact('browsed_products', {
        id: 'node_3',
        name: 'Tag: Browsed Products',
        to: [onNext('node_5')],
      }),
      humanTakeover('User requested support.', { id: 'node_4', name: 'Human Takeover' }),
      wait('1h', { id: 'node_5', name: 'Wait 1 Hour' }),
      getInput('Can I get your email for updates?', {
        id: 'node_6',
        name: 'Ask Email',
        inputType: 'email',
        saveToAttribute: 'email',
        to: [onInput(true, 'node_7'), onInput(false, 'node_8')],
      }),
      message('Thank you! We will write to {{contact.email}} when there is news.', {
        id: 'node_7',
        name: 'Thanks',
        end: true,
      }),
      message('No problem. Write to us here whenever you like.', {
        id: 'node_8',
        name: 'No Email',
        end: true,
      }),
    ),
    {
      node_1: [0, 0],
      node_2: [340, 0],
      node_3: [700, -120],
      node_4: [700, 160],
      node_5: [1060, -120],
      node_6: [1420, -120],
      node_7: [1780, -220],
      node_8: [1780, 20],
    },
  );
}

/** Sends the link to whoever commented: one private reply, and the link once the person answers. */
function createCommentToDm(): FlowDefinition {
  return place(
    flow(
      start({ id: 'start', name: 'Comment with the keyword' }),
      message(
        'Hi {{contact.username | default: "there"}}! Thanks for your comment. Shall I send you the link?',
        {
          id: 'offer',
          name: 'Private reply',
          buttons: [quickReply('Yes, send it', 'SEND_LINK'), quickReply('Talk to a person', 'PERSON')],
          to: [
            onButton('SEND_LINK', 'link'),
            onButton('PERSON', 'person'),
            { node: 'link', when: { type: 'keyword', value: 'yes, link, send, please' } },
            on('timeout', 'quiet'),
          ],
        },
      ),
      message('Here it is: https://example.com/offer', { id: 'link', name: 'The link', to: [onNext('tag')] }),
      tagContact('comment_lead', { id: 'tag', name: 'Tag: comment lead', end: true }),
      humanTakeover('Asked for a person after commenting.', {
        id: 'person',
        name: 'Hand over',
        messageToContact: 'Of course, someone from the team will answer you here.',
      }),
      tagContact('comment_no_reply', { id: 'quiet', name: 'Tag: no reply', end: true }),
    ),
    {
      start: [0, 0],
      offer: [340, 0],
      link: [700, -180],
      tag: [1060, -180],
      person: [700, 60],
      quiet: [700, 240],
    },
  );
}

function place(definition: FlowDefinition, positions: Record<string, [number, number]>): FlowDefinition {
  const nodes = definition.nodes.map((node) => {
    const [x, y] = positions[node.id] ?? [0, 0];
    return { ...node, position: { x, y } };
  });
  return { ...definition, nodes };
}

export const flowTemplates: readonly FlowTemplate[] = [
  {
    id: 'welcome',
    name: 'Welcome',
    description: 'Welcomes a new contact, tags who browses, hands over to support, asks for the e-mail',
    create: createWelcome,
  },
  {
    id: 'comment_to_dm',
    name: 'Comment to DM',
    description: 'Answers a comment in private and sends a link',
    create: createCommentToDm,
  },
];

/** A template by its id. */
export function createFlowFromTemplate(id: FlowTemplate['id']): FlowDefinition {
  return id === 'welcome' ? createWelcome() : createCommentToDm();
}
