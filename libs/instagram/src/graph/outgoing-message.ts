export type OutgoingButton =
  { type: 'postback'; title: string; payload: string } | { type: 'web_url'; title: string; url: string };

export type OutgoingElement = {
  title: string;
  subtitle?: string;
  imageUrl?: string;
  url?: string;
  buttons?: OutgoingButton[];
};

/** A file Instagram fetches, or one uploaded before. */
export type OutgoingFile = { url: string } | { attachmentId: string };
export type OutgoingMedia = OutgoingFile & { type: 'image' | 'video' | 'audio' | 'file' };

/** A choice with its own words, or the person's own e-mail address or phone number as Instagram knows it. */
export type OutgoingQuickReply =
  | { type?: 'text'; title: string; payload: string }
  | { type: 'user_email' | 'user_phone_number'; payload?: string };

/**
 * Exactly one Instagram message: a text, or one file, or several pictures, or the cards of a carousel, or the heart, or
 * a post of the account itself. What the engine sends fits by structure.
 */
export type OutgoingMessage = {
  text?: string;
  media?: OutgoingMedia;
  images?: OutgoingFile[];
  elements?: OutgoingElement[];
  sticker?: 'like_heart';
  /** Media id of a post of the account. */
  sharedPostId?: string;
  quickReplies?: OutgoingQuickReply[];
  buttons?: OutgoingButton[];
};
