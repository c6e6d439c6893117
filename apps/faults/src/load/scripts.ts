import { textOf } from '../evidence/sends';
import type { Player } from './player';

export type Script = (player: Player) => Promise<void>;

/** As the flow says. */
const waitMs = 2_000;

/** How people behave. Each goes on only after what they saw, as people do. */
export const scripts: Readonly<Record<string, Script>> = {
  /** Takes the long way: answer, wait, question, e-mail. */
  patient: (player) => walkWithWait(player, () => Promise.resolve()),

  /** The same, but writes while the flow waits, which must not disturb it. */
  chatty: (player) =>
    walkWithWait(player, async () => {
      await player.pause(player.random.between(100, 500));
      await player.write(`hm ${player.story.username}`);
    }),

  /** The short way, twice. */
  quick: async (player) => {
    for (const round of [1, 2]) {
      const word = await begin(player, round);
      const ask = await player.expect(`${word} ask`);
      if (!ask?.mid) return;
      await player.tap(ask.mid, 'B');
      if ((await player.expect(`${word} chosen`)) === null) return;
    }
  },

  /** Writes faster than anybody answers. */
  hasty: async (player) => {
    for (let index = 1; index <= 4; index += 1) {
      const word = `${player.story.username}-m${index}`;
      player.story.numbered.push(word);
      await player.write(`say ${word}`);
      await player.pause(player.random.between(20, 400));
    }
  },

  commenter: (player) => player.comment(`info ${player.story.username}`),

  /** Asks for something that another program has to be asked for. */
  errand: async (player) => {
    for (const round of [1, 2]) {
      const word = `fetch ${player.account.username} ${player.story.username} e${round}`;
      player.story.errands.push(word);
      await player.write(word);
      await player.sees((call) => textOf(call).startsWith(`${word} ticket`));
    }
  },

  /** An agent answers while the flow waits. */
  takenOver: async (player) => {
    const begun = await beginToWait(player);
    if (begun === null) return;
    await player.pause(player.random.between(0, 1_500));
    await player.agent('POST', '/conversations/{conversation}/messages', { text: `${begun.word} by hand` });
    player.story.silentFrom = { at: Date.now(), because: 'an agent answered' };
    await player.expect(`${begun.word} by hand`);
    await player.write(`go ${player.story.username} again`);
  },

  /** An agent pauses automation while the flow waits. */
  paused: async (player) => {
    const begun = await beginToWait(player);
    if (begun === null) return;
    await player.pause(player.random.between(0, 1_500));
    await player.agent('POST', '/contacts/{contact}/pause-automation', { minutes: 30 });
    player.story.silentFrom = { at: Date.now(), because: 'automation was paused' };
    await player.write(`go ${player.story.username} again`);
  },

  /** Wants no more messages. */
  optedOut: async (player) => {
    const begun = await beginToWait(player);
    if (begun === null) return;
    await player.pause(player.random.between(0, 1_000));
    const at = await player.acknowledged(await player.write('stop'));
    if (at !== null) player.story.silentFrom = { at, because: 'the person opted out' };
    await player.write(`go ${player.story.username} again`);
  },

  /** Agents look on: takes the conversation over without a word. */
  watched: async (player) => {
    const begun = await beginToWait(player);
    if (begun === null) return;
    await player.agent('POST', '/conversations/{conversation}/takeover');
    player.story.silentFrom = { at: Date.now(), because: 'an agent took over' };
    await player.pause(200);
    await player.write(`say ${player.story.username}-late`);
  },
};

async function begin(player: Player, round: number): Promise<string> {
  const word = `go ${player.story.username} r${round}`;
  await player.write(word);
  return word;
}

/** Up to the wait of the flow, begun by a tap; null when no question came. */
async function beginToWait(
  player: Player,
): Promise<{ word: string; tapMid: string; tappedAt: number } | null> {
  const word = await begin(player, 1);
  const ask = await player.expect(`${word} ask`);
  if (!ask?.mid) return null;
  const tappedAt = Date.now();
  return { word, tappedAt, tapMid: await player.tap(ask.mid, 'A') };
}

async function walkWithWait(player: Player, meanwhile: () => Promise<unknown>): Promise<void> {
  const begun = await beginToWait(player);
  if (begun === null) return;
  const { word, tapMid, tappedAt } = begun;
  player.story.waits.push({ tapMid, notBefore: tappedAt + waitMs, text: `${word} waited` });
  await meanwhile();
  await player.expect(`${word} waited`);
  if ((await player.expect(`${word} email?`)) === null) return;
  const address = `${player.story.username}@example.com`;
  const writtenAt = Date.now();
  await player.write(address);
  player.story.due.push(`${word} thanks ${address}`);
  // Small talk that came late may have been taken for the answer, or together with it.
  const next = await player.sees(
    (call) =>
      textOf(call) === `${word} thanks ${address}` ||
      (textOf(call) === `${word} again?` && call.at > writtenAt),
  );
  if (next !== null && textOf(next) === `${word} again?`) await player.write(address);
  await player.sees((call) => textOf(call) === `${word} thanks ${address}`);
}
