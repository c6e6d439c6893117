/** Id of the field one writes in. */
export const composerId = 'inbox-composer';

/** Id of the frame the messages scroll in; it is laid out from its end, so that is where its top is. */
export const threadId = 'inbox-thread';

/** Id of the element that shows a message. */
export const messageElementId = (messageLogId: string): string => `message-${messageLogId}`;
