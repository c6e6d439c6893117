import type { Message, MessageContent } from '@instaflow/contracts';

/** `unknown`: Instagram does not say whether it is a picture or a video. */
export type FileKind = 'image' | 'video' | 'audio' | 'file' | 'unknown';

export type ContentFile = {
  kind: FileKind;
  /** Null when it cannot be shown any more. */
  url: string | null;
  /** Why it is not kept, in words. */
  problem: string | null;
  /** As its address has it; null where that is no file name. */
  name: string | null;
};

export type ContentCard = {
  title: string;
  subtitle: string | null;
  imageUrl: string | null;
  buttons: string[];
};

/** What a message shows, read from its content, whose fields differ by kind. */
export type ReadContent = {
  files: ContentFile[];
  /** The story a reply answers, or the one that mentions the account. */
  story: ContentFile | null;
  /** Title of a shared post or reel. */
  title: string | null;
  cards: ContentCard[];
  /** Emojis; null without one. */
  reaction: string | null;
  ownReaction: string | null;
  replyToMid: string | null;
  isEdited: boolean;
  isLate: boolean;
};

type Fields = Record<string, unknown>;

export function readContent({ content, type }: Pick<Message, 'content' | 'type'>): ReadContent {
  const isMention = type === 'story_mention';
  const files = filesOf(content);
  return {
    files: isMention ? [] : files,
    story: isMention ? (files[0] ?? lost) : storyOf(content, type === 'story_reply'),
    title: textOf(content, 'title'),
    cards: recordsOf(content['elements']).map(toCard),
    reaction: emojiOf(textOf(content, 'reaction')),
    ownReaction: emojiOf(textOf(content, 'ownReaction')),
    replyToMid: textOf(content, 'replyToMid'),
    isEdited: content['isEdited'] === true,
    isLate: content['isLate'] === true,
  };
}

const lost: ContentFile = { kind: 'unknown', url: null, problem: null, name: null };

function filesOf(content: MessageContent): ContentFile[] {
  const several = recordsOf(content['attachments']);
  if (several.length > 0) {
    return several.map((file) =>
      toFile({
        type: textOf(file, 'type'),
        url: textOf(file, 'url'),
        contentType: textOf(file, 'contentType'),
        problem: textOf(file, 'error'),
      }),
    );
  }
  if (!content.mediaType && !content.mediaUrl) return [];
  return [
    toFile({
      type: content.mediaType ?? null,
      url: content.mediaUrl ?? null,
      contentType: textOf(content, 'mediaContentType'),
      problem: textOf(content, 'mediaError'),
    }),
  ];
}

function storyOf(content: MessageContent, isReply: boolean): ContentFile | null {
  const url = textOf(content, 'storyUrl');
  if (url === null && !isReply) return null;
  const contentType = textOf(content, 'storyContentType');
  return toFile({ type: null, url, contentType, problem: textOf(content, 'storyError') });
}

type RawFile = {
  type: string | null;
  url: string | null;
  contentType: string | null;
  problem: string | null;
};

const toFile = ({ type, url, contentType, problem }: RawFile): ContentFile => {
  const address = url !== null && URL.canParse(url) ? new URL(url) : null;
  const isWeb = address !== null && /^https?:$/.test(address.protocol);
  return {
    kind: kindOf(contentType?.split('/')[0] ?? type),
    url: isWeb ? url : null,
    problem,
    name: isWeb ? nameOf(address) : null,
  };
};

function nameOf({ pathname }: URL): string | null {
  const last = pathname.slice(pathname.lastIndexOf('/') + 1);
  if (!/\.\w{2,5}$/.test(last)) return null;
  try {
    return decodeURIComponent(last);
  } catch {
    // Not what it would be for a name: a broken escape is somebody else's.
    return last;
  }
}

const kinds: readonly FileKind[] = ['image', 'video', 'audio', 'file'];
const documents: readonly string[] = ['application', 'text'];

const kindOf = (name: string | null): FileKind =>
  name !== null && documents.includes(name) ? 'file' : (kinds.find((kind) => kind === name) ?? 'unknown');

const toCard = (card: Fields): ContentCard => ({
  title: textOf(card, 'title') ?? '',
  subtitle: textOf(card, 'subtitle'),
  imageUrl: textOf(card, 'imageUrl'),
  buttons: recordsOf(card['buttons']).flatMap((button) => textOf(button, 'title') ?? []),
});

/** Instagram names its heart instead of writing it. */
const emojiOf = (reaction: string | null): string | null => (reaction === 'love' ? '❤️' : reaction);

const textOf = (fields: Fields, name: string): string | null => {
  const value = fields[name];
  return typeof value === 'string' && value !== '' ? value : null;
};

const isRecord = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

const recordsOf = (value: unknown): Fields[] => (Array.isArray(value) ? value.filter(isRecord) : []);
