import { endpoints } from '@instaflow/contracts';
import { flow, getInput, message, start } from '@instaflow/flow-model';
import { waitFor } from '@instaflow/testing';
import { SimulatedShop } from '../spec-support/simulated-shop';

let scene: SimulatedShop;
beforeAll(async () => {
  scene = await SimulatedShop.open();
});
afterAll(() => scene.close());

/** A published flow that the word starts. */
const publish = async (word: string, flowDefinition: ReturnType<typeof flow>) => {
  const { api } = scene.test;
  const account = scene.at(scene.account.instagramAccountId);
  const { flowId } = await api.ok(endpoints.createFlow, { ...account, body: { name: word, flowDefinition } });
  await api.ok(endpoints.publishFlow, scene.at(flowId));
  const trigger = { type: 'dm_keyword', keyword: word, match: 'exact' } as const;
  await api.ok(endpoints.createTrigger, { ...scene.at(flowId), body: trigger });
};

const messagesTo = (igsid: string, count: number) =>
  waitFor(
    async () => {
      const sent = (await scene.sentTo(igsid)).flatMap(({ message: body }) =>
        body === undefined ? [] : [body],
      );
      return sent.length >= count ? sent : null;
    },
    { what: `${count} messages` },
  );

describe('what a flow sends', () => {
  it('may be several pictures in one message', async () => {
    const imageUrls = ['https://cdn.example/b.png', 'https://cdn.example/c.png'];
    const pictures = message('Our shop', {
      mediaUrl: 'https://cdn.example/a.png',
      mediaType: 'image',
      imageUrls,
    });
    await publish('pictures', flow(start(), pictures));
    const igsid = await scene.createPerson();
    const { conversationId } = await scene.receive(igsid, 'pictures');
    expect(await messagesTo(igsid, 2)).toEqual([
      {
        attachments: ['a', 'b', 'c'].map((name) => ({
          type: 'image',
          payload: { url: `https://cdn.example/${name}.png` },
        })),
      },
      { text: 'Our shop' },
    ]);
    const { messages } = await scene.test.api.ok(endpoints.listMessages, scene.at(conversationId));
    const shown = messages.find(({ type }) => type === 'image');
    expect(shown?.content).toMatchObject({ mediaUrl: 'https://cdn.example/a.png', mediaType: 'image' });
  });

  it('may offer the e-mail address that Instagram knows, and keeps what comes back', async () => {
    const asking = getInput('Where do we write?', {
      inputType: 'email',
      offerKnown: true,
      saveToAttribute: 'email',
    });
    await publish('newsletter', flow(start(), asking, message('Thank you, {{contact.email}}')));
    const igsid = await scene.createPerson();
    await scene.receive(igsid, 'newsletter');
    const [question] = await messagesTo(igsid, 1);
    expect(question).toMatchObject({ quick_replies: [{ content_type: 'user_email' }] });
    const thread = (await scene.control('GET', `/threads/${igsid}`)) as {
      messages: { mid: string; quickReplies?: unknown[] }[];
    };
    const offer = thread.messages.find(({ quickReplies }) => quickReplies?.length === 1);
    await scene.control('POST', `/persons/${igsid}/tap`, { kind: 'quick_reply', mid: offer?.mid, index: 0 });
    expect((await messagesTo(igsid, 2)).at(-1)).toEqual({ text: 'Thank you, guest@example.com' });
  });
});
