import type { Program } from './program';
import { change, openThread, send } from './simulator-person';

/** A person who sent a message of every kind, one of them edited and one deleted. */
export const sendEveryKind = async (program: Program, name: string): Promise<void> => {
  const person = await openThread(program, name);
  const picture = { type: 'image', url: `${program.simulatorUrl}/cdn/none.jpg` };
  await send(person, { text: 'Do you ship to Switzerand?' }).then((mid) =>
    change(person, 'edit', { mid, text: 'Do you ship to Switzerland?' }),
  );
  await send(person, { text: 'wrong chat' }).then((mid) => change(person, 'unsend', { mid }));
  await send(person, { storyReply: true, text: 'I love this one!' });
  await send(person, { storyMention: true });
  await send(person, { share: { kind: 'reel' } });
  await send(person, { attachment: picture });
  await send(person, { attachments: [picture, picture] });
  await send(person, { attachment: { type: 'audio' } });
  await send(person, { attachment: { type: 'file' } });
  await send(person, { unsupported: true });
  const question = await send(person, { text: 'Still there?' });
  await send(person, { text: 'I mean this one', replyToMid: question });
};
