type Condition = { type: string; value?: unknown } | null;
type Edge = readonly [targetNodeId: string, condition?: Condition];

const node = (id: string, type: string, fields: object, edges: readonly Edge[] = []) => ({
  id,
  type,
  name: id,
  ...fields,
  connections: edges.map(([targetNodeId, condition = null]) => ({ targetNodeId, condition })),
});
const text = (value: string) => ({ content: { text: value, buttons: [] } });
const quickReply = (title: string) => ({ type: 'quick_reply', text: title, payload: title });
const tapped = (value: string): Condition => ({ type: 'button_payload', value });

/** What the person wrote to begin is in every text, so that a text belongs to one contact and one step. */
const round = '{{contact.round}}';

/** Asks A or B; A waits two seconds, then asks for the e-mail; B leaves a tag and an attribute. */
export const conversationFlow = {
  startNodeId: 'start',
  nodes: [
    node('start', 'start', {}, [['remember']]),
    node('remember', 'set_attribute', { attribute: 'round', operation: 'set', value: '{{message.text}}' }, [
      ['ask'],
    ]),
    node(
      'ask',
      'message',
      { content: { text: `${round} ask`, buttons: [quickReply('A'), quickReply('B')] } },
      [
        ['pause', tapped('A')],
        ['tag', tapped('B')],
      ],
    ),
    node('pause', 'wait', { durationSeconds: 2 }, [['waited']]),
    node('waited', 'message', text(`${round} waited`), [['email']]),
    node(
      'email',
      'get_input',
      {
        prompt: `${round} email?`,
        inputType: 'email',
        saveToAttribute: 'email',
        retries: 5,
        retryPrompt: `${round} again?`,
      },
      [
        ['thanks', { type: 'input_valid', value: true }],
        ['refused', { type: 'input_valid', value: false }],
      ],
    ),
    node('thanks', 'message', text(`${round} thanks {{contact.email}}`)),
    node('refused', 'message', text(`${round} refused`)),
    node('tag', 'tag_contact', { tagName: 'chose-b', action: 'add' }, [['choice']]),
    node('choice', 'set_attribute', { attribute: 'choice', operation: 'set', value: 'B' }, [['chosen']]),
    node('chosen', 'message', text(`${round} chosen`)),
  ],
};

/** Answers each message with its own words. */
export const echoFlow = {
  startNodeId: 'start',
  nodes: [
    node('start', 'start', {}, [['answer']]),
    node('answer', 'message', text('{{message.text}} answered')),
  ],
};

/** Fetches a ticket from another program; the answer is its own for every call. */
export const errandFlow = (url: string) => ({
  startNodeId: 'start',
  nodes: [
    node('start', 'start', {}, [['remember']]),
    node('remember', 'set_attribute', { attribute: 'errand', operation: 'set', value: '{{message.text}}' }, [
      ['fetch'],
    ]),
    node(
      'fetch',
      'external_api_call',
      {
        method: 'POST',
        url,
        body: { errand: '{{contact.errand}}' },
        timeoutMs: 3_000,
        retries: 3,
        saveResponse: [{ path: 'ticket', attribute: 'ticket' }],
      },
      [['told'], ['none', { type: 'error' }]],
    ),
    node('told', 'message', text('{{contact.errand}} ticket {{contact.ticket}}')),
    node('none', 'message', text('{{contact.errand}} ticket none')),
  ],
});

/** The private reply to a comment; the public one belongs to the trigger. */
export const commentFlow = {
  startNodeId: 'start',
  nodes: [
    node('start', 'start', {}, [['answer']]),
    node('answer', 'message', text('{{message.text}} private')),
  ],
};
