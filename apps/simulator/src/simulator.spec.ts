import { createHmac } from 'node:crypto';
import { startWorld, type SpecWorld } from './spec/start-world';

describe('the simulator', () => {
  let world: SpecWorld;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.close());

  it('carries a message to the app and the answer to the person, with its echo', async () => {
    const igsid = await world.newPerson({ username: 'ana' });
    const { mid } = await world.write(igsid, { text: 'Hi 👋 a/b é' });
    const [inbound] = await world.events();
    expect(inbound).toMatchObject({
      sender: { id: igsid },
      recipient: { id: world.account.userId },
      timestamp: expect.any(Number),
      message: { mid, text: 'Hi 👋 a/b é' },
    });

    const answer = await world.sendText(igsid, 'Welcome!');
    expect(answer).toMatchObject({
      status: 200,
      body: { recipient_id: igsid, message_id: expect.any(String) },
    });
    const [echo] = await world.events();
    expect(echo).toMatchObject({
      sender: { id: world.account.userId },
      recipient: { id: igsid },
      message: { mid: answer.body.message_id, text: 'Welcome!', is_echo: true },
    });
  });

  it('signs the escaped bytes it sends', async () => {
    const igsid = await world.newPerson();
    await world.write(igsid, { text: 'Ünïcode 😀 and https://shop.example/x' });
    await world.events();
    const { body, text, headers } = world.receiver.received.at(-1)!;
    expect(text).toContain('\\u00dcn\\u00efcode \\ud83d\\ude00 and https:\\/\\/shop.example\\/x');
    expect([...text].every((character) => character.charCodeAt(0) < 128)).toBe(true);
    const expected = createHmac('sha256', 'simulator-app-secret').update(body).digest('hex');
    expect(headers['x-hub-signature-256']).toBe(`sha256=${expected}`);
  });
});
