import { createFlowFromTemplate } from '@instaflow/flow-model';
import { Conversation, hours } from './testing/conversation';

const triggers = [{ id: 't1', keyword: 'hi, hello' }];
const greeting = 'Hello Ana! Welcome to our page. How can I help you today?';
const question = 'Can I get your email for updates?';

function begin() {
  const chat = new Conversation({ flows: { main: createFlowFromTemplate('welcome') }, triggers });
  expect(chat.says('Hello!')).toEqual([greeting]);
  return chat;
}

describe('the Welcome flow', () => {
  it('offers two quick replies and waits for the tap', () => {
    const { sent, run } = begin();
    expect(sent[0]).toMatchObject({
      kind: 'send_message',
      key: `${run?.runId}/node_2/1/0`,
      message: {
        quickReplies: [
          { title: 'Browse Products', payload: 'BROWSE_PRODUCTS' },
          { title: 'Contact Support', payload: 'CONTACT_SUPPORT' },
        ],
      },
    });
    expect(run).toMatchObject({ status: 'waiting', nodeId: 'node_2', wakeAt: null });
  });

  it('tags who browses, asks for the e-mail an hour later and keeps it', () => {
    const chat = begin();
    expect(chat.taps('BROWSE_PRODUCTS', 'Browse Products')).toEqual(['+browsed_products']);
    expect(chat.contact.tags).toEqual(['browsed_products']);
    expect(chat.last?.nextWakeAt).toBe(chat.now + hours(1));
    expect(chat.passes(hours(1) - 1)).toEqual([]);
    expect(chat.passes(1)).toEqual([question]);
    expect(chat.says('it is Ana@Example.com')).toEqual([
      'email="ana@example.com"',
      'Thank you! We will write to ana@example.com when there is news.',
    ]);
    expect(chat.run).toMatchObject({ status: 'completed', wakeAt: null });
    expect(chat.contact.customAttributes).toEqual({ email: 'ana@example.com' });
  });

  it('takes an answer without an @ as refused', () => {
    const chat = begin();
    chat.taps('BROWSE_PRODUCTS');
    chat.passes(hours(1));
    expect(chat.says('ana at example')).toEqual(['No problem. Write to us here whenever you like.']);
    expect(chat.contact.customAttributes).toEqual({});
  });

  it('hands over to a person', () => {
    const chat = begin();
    expect(chat.taps('CONTACT_SUPPORT')).toEqual(['request_human']);
    expect(chat.sent.at(-1)).toMatchObject({ messageToAgent: 'User requested support.' });
    expect(chat.run).toMatchObject({ status: 'completed', reason: 'human_takeover' });
  });

  it('takes the typed title of a button for the tap', () => {
    expect(begin().says('contact support!')).toEqual(['request_human']);
  });

  it('is not disturbed by a message while it waits for the hour', () => {
    const chat = begin();
    chat.taps('BROWSE_PRODUCTS');
    expect(chat.says('are you there?')).toEqual([]);
    expect(chat.passes(hours(1))).toEqual([question]);
  });

  it('traces every node with its branch', () => {
    const chat = begin();
    chat.taps('BROWSE_PRODUCTS');
    expect(chat.last?.trace.map(({ nodeId, outcome, branch }) => [nodeId, outcome, branch])).toEqual([
      ['node_2', 'advanced', 'button_payload:BROWSE_PRODUCTS'],
      ['node_3', 'advanced', 'next'],
      ['node_5', 'waiting', null],
    ]);
  });
});
