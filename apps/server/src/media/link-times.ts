const hourMs = 3_600_000;
const stepMs = 6 * hourMs;

/**
 * Until when the address of an upload works. Flows and queued messages name it, perhaps for years, and everybody it is
 * sent to may see it; deleting the file ends it at once.
 */
export const uploadLinkUntil = (createdAt: Date): number => createdAt.getTime() + 10 * 365 * 24 * hourMs;

/**
 * Until when the address of what a person sent works: six to twelve hours, the same within six, so that browsers can
 * keep the file; never longer than the file.
 */
export const receivedLinkUntil = (now: number, fileUntil: number): number =>
  Math.min(fileUntil, (Math.floor(now / stepMs) + 2) * stepMs);
