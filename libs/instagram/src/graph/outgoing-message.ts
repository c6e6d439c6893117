export type OutgoingButton =
  { type: 'postback'; title: string; payload: string } | { type: 'web_url'; title: string; url: string };

export type OutgoingElement = {
  title: string;
  subtitle?: string;
  imageUrl?: string;
  url?: string;
  buttons?: OutgoingButton[];
};

/** Exactly one Instagram message: text, or one media, or the cards of a carousel. The engine's shape, by structure. */
export type OutgoingMessage = {
  text?: string;
  media?: { url: string; type: 'image' | 'video' | 'audio' | 'file' };
  quickReplies?: { title: string; payload: string }[];
  buttons?: OutgoingButton[];
  elements?: OutgoingElement[];
};
