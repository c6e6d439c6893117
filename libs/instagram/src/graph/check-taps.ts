import { messagingLimits as limits } from '@instaflow/contracts';
import { tooMany, badAddress, tooLong, type ContentProblem } from './content-problem';
import type { OutgoingButton, OutgoingQuickReply } from './outgoing-message';

/** What Instagram would refuse or cut of the buttons of a text or a card. */
export const checkButtons = (buttons: readonly OutgoingButton[], path: string): ContentProblem[] => [
  ...tooMany({ list: buttons, limit: limits.buttons, path, code: 'too_many_buttons', what: 'buttons' }),
  ...buttons.flatMap((button, index) => {
    const at = `${path}.${index}`;
    const target =
      button.type === 'web_url'
        ? badAddress(button.url, `${at}.url`)
        : checkPayload(button.payload, `${at}.payload`);
    return [...checkTitle(button.title, `${at}.title`), ...target];
  }),
];

/** What Instagram would refuse or cut of the quick replies of a message. */
export const checkQuickReplies = (
  quickReplies: readonly OutgoingQuickReply[],
  path: string,
): ContentProblem[] => [
  ...tooMany({
    list: quickReplies,
    limit: limits.quickReplies,
    path,
    code: 'too_many_quick_replies',
    what: 'quick replies',
  }),
  ...quickReplies.flatMap((reply, index) => {
    if (!('title' in reply)) return [];
    const at = `${path}.${index}`;
    return [...checkTitle(reply.title, `${at}.title`), ...checkPayload(reply.payload, `${at}.payload`)];
  }),
];

const checkTitle = (title: string, path: string): ContentProblem[] => {
  if (title.trim() === '') {
    const sentence = 'A button has no words on it. Write what it does.';
    return [{ code: 'button_without_title', path, sentence, isCut: false }];
  }
  return tooLong({ text: title, limit: limits.titleLength, path, what: 'A button', isCut: true });
};

const checkPayload = (payload: string, path: string): ContentProblem[] => {
  if (payload !== '') {
    return tooLong({ text: payload, limit: limits.payloadLength, path, what: 'The payload of a button' });
  }
  const sentence = 'A button has no payload. Give it one.';
  return [{ code: 'button_without_payload', path, sentence, isCut: false }];
};
