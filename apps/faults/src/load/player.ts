import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { Api } from '../clients/api';
import type { Simulator } from '../clients/simulator';
import type { Ledger } from '../evidence/ledger';
import type { GraphCall } from '../evidence/ledger-entry';
import { acknowledges } from '../evidence/deliveries';
import { isSend, textOf } from '../evidence/sends';
import type { Random } from '../random';
import type { LoadedAccount } from './prepare-account';
import { createStory, type Story } from './story';

/** The hands of one person at the simulator, and of the agent who looks after them. */
export type Player = {
  story: Story;
  random: Random;
  account: LoadedAccount;
  /** Answers the id of the message. */
  write: (text: string) => Promise<string>;
  tap: (mid: string, payload: string) => Promise<string>;
  comment: (text: string) => Promise<void>;
  /** Says that the text is due and waits for it; null when it did not come. */
  expect: (text: string) => Promise<GraphCall | null>;
  /** Waits for a text without saying that it is due. */
  sees: (fits: (call: GraphCall) => boolean) => Promise<GraphCall | null>;
  /** When the program first acknowledged the message (epoch ms); null when it never did. */
  acknowledged: (mid: string) => Promise<number | null>;
  /** Calls the API for this person's contact; `{contact}` and `{conversation}` in the path are filled in. */
  agent: (method: string, path: string, body?: unknown) => Promise<void>;
  pause: (ms: number) => Promise<void>;
};

const contacts = z.object({
  contacts: z.array(
    z.object({ contactId: z.string(), conversationId: z.string().nullable(), instagramUserId: z.string() }),
  ),
});

export type PlayerParts = {
  api: Api;
  simulator: Simulator;
  ledger: Ledger;
  account: LoadedAccount;
  random: Random;
  /** Epoch ms until which somebody waits for an answer; known only when the faults are over. */
  patience: () => number;
};

export async function createPlayer(
  parts: PlayerParts,
  person: { username: string; script: string },
): Promise<Player> {
  const { api, simulator, ledger, account, random } = parts;
  const { userId } = account;
  const igsid = await simulator.createPerson(userId, person.username);
  const story = createStory({ igsid, userId, ...person });
  const note = (what: string): void => void story.events.push({ at: Date.now(), what });
  const waitFor = patiently(ledger, parts.patience);
  const sees: Player['sees'] = (fits) =>
    waitFor(({ calls }) => calls.find((call) => isSend(call, igsid) && fits(call)) ?? null);
  return {
    story,
    random,
    account,
    write: async (text) => {
      const mid = await simulator.write(userId, igsid, text);
      note(`writes "${text}" (${mid})`);
      return mid;
    },
    tap: async (mid, payload) => {
      const tapMid = await simulator.tap(userId, igsid, { mid, payload });
      note(`taps ${payload} (${tapMid})`);
      return tapMid;
    },
    comment: async (text) => {
      const commentId = await simulator.comment(userId, { mediaId: account.mediaId, igsid, text });
      story.comments.push(commentId);
      note(`comments "${text}" (${commentId})`);
    },
    expect: async (text) => {
      story.due.push(text);
      const call = await sees((sent) => textOf(sent) === text);
      note(call === null ? `did not get "${text}"` : `got "${text}" (${call.mid})`);
      return call;
    },
    sees,
    acknowledged: (mid) =>
      waitFor(({ deliveries }) => deliveries.find((delivery) => acknowledges(delivery, mid))?.at ?? null),
    agent: async (method, path, body) => {
      const page = contacts.parse(
        await api.call('GET', `/instagram-accounts/${account.accountId}/contacts?limit=100`),
      );
      const contact = page.contacts.find(({ instagramUserId }) => instagramUserId === igsid);
      const filled = path
        .replace('{contact}', contact?.contactId ?? 'unknown')
        .replace('{conversation}', contact?.conversationId ?? 'unknown');
      const idempotencyKey = method === 'POST' ? `${igsid}-${story.events.length}` : undefined;
      note(`agent asks ${method} ${path}`);
      await api.call(method, filled, body, { idempotencyKey });
      note(`agent is answered`);
    },
    pause: (ms) => pause(ms),
  };
}

/** The end of the patience moves while one waits: nobody gives up before the faults are over. */
function patiently(ledger: Ledger, patience: () => number) {
  return async <T>(find: (seen: Pick<Ledger, 'calls' | 'deliveries'>) => T | null): Promise<T | null> => {
    for (;;) {
      const deadline = patience();
      const found = await ledger.waitFor(find, Math.min(deadline, Date.now() + 1_000));
      if (found !== null || Date.now() >= deadline) return found;
    }
  };
}
