import { z } from 'zod';
import type { Program } from './program';

/** Somebody at the simulator who writes to the demo account, without a browser. */
export type SimulatorPerson = { threadUrl: string; personUrl: string };

const accounts = z.object({ accounts: z.array(z.object({ userId: z.string() })).min(1) });
const created = z.object({ igsid: z.string() });
const sent = z.object({ mid: z.string() });
const thread = z.object({
  messages: z.array(z.object({ direction: z.enum(['in', 'out']), text: z.string().optional() })),
});

const post = async (url: string, body: object): Promise<unknown> => {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
  return answer.json();
};

export const openThread = async (
  { simulatorUrl }: Pick<Program, 'simulatorUrl'>,
  name: string,
): Promise<SimulatorPerson> => {
  const control = `${simulatorUrl}/_control`;
  const listed = accounts.parse(await fetch(`${control}/accounts`).then((answer) => answer.json()));
  const accountUrl = `${control}/accounts/${listed.accounts[0]?.userId}`;
  const { igsid } = created.parse(await post(`${accountUrl}/persons`, { username: name, name }));
  return { threadUrl: `${accountUrl}/threads/${igsid}`, personUrl: `${accountUrl}/persons/${igsid}` };
};

export const write = async ({ personUrl }: SimulatorPerson, text: string): Promise<void> => {
  await post(`${personUrl}/message`, { text });
};

/** Sends what the simulator's `message` takes besides text: files, story replies and mentions, shares, answers. */
export const send = async ({ personUrl }: SimulatorPerson, message: object): Promise<string> =>
  sent.parse(await post(`${personUrl}/message`, message)).mid;

/** What becomes of a message afterwards: `react`, `edit`, `unsend`. */
export const change = async (
  { personUrl }: SimulatorPerson,
  kind: 'react' | 'edit' | 'unsend',
  body: { mid: string; emoji?: string; text?: string },
): Promise<void> => {
  await post(`${personUrl}/${kind}`, body);
};

/** What the business has sent, in order. */
export const listTexts = async ({ threadUrl }: SimulatorPerson): Promise<string[]> => {
  const { messages } = thread.parse(await fetch(threadUrl).then((answer) => answer.json()));
  return messages.filter(({ direction }) => direction === 'out').map(({ text }) => text ?? '');
};
