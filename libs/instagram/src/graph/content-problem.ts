/** One thing wrong with an outgoing message. `path` leads to it, `isCut`: it is sent, without what is too much. */
export type ContentProblem = { code: string; path: string; sentence: string; isCut: boolean };

/** Length as people count it: an emoji is one character. */
export const countCharacters = (text: string): number => Array.from(text).length;

/** A problem when the text has more than `limit` characters. */
export const tooLong = ({
  text,
  limit,
  path,
  what,
  isCut = false,
}: {
  text: string;
  limit: number;
  path: string;
  what: string;
  isCut?: boolean;
}): ContentProblem[] => {
  // UTF-16 units are never fewer than characters, so most texts need not be counted.
  if (text.length <= limit || countCharacters(text) <= limit) return [];
  const sentence = `${what} may have ${limit} characters. Shorten it.`;
  return [{ code: 'text_too_long', path, sentence, isCut }];
};

/** A problem when the list has more than `limit` items. */
export const tooMany = ({
  list,
  limit,
  path,
  code,
  what,
}: {
  list: readonly unknown[];
  limit: number;
  path: string;
  code: string;
  what: string;
}): ContentProblem[] =>
  list.length <= limit
    ? []
    : [
        {
          code,
          path,
          sentence: `There are ${list.length} ${what}, Instagram takes ${limit}. Remove some.`,
          isCut: false,
        },
      ];

/** A problem when the text is no http(s) address. */
export const badAddress = (text: string, path: string): ContentProblem[] => {
  if (/^https?:\/\/\S+$/i.test(text) && URL.canParse(text)) return [];
  const sentence = 'An address is not valid: it has to begin with https:// and hold no spaces. Correct it.';
  return [{ code: 'invalid_url', path, sentence, isCut: false }];
};
