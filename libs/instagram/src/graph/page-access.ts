/**
 * What is kept as the access of an account with Facebook Login: the token of its Page together with the Page's id. The
 * calls of the Graph client read it by themselves, so that no such token can go to the wrong host or node.
 */
export const pageAccess = ({ pageId, token }: { pageId: string; token: string }): string =>
  `page.${pageId}.${token}`;

const shape = /^page\.(\d{1,32})\.(.+)$/s;

/** The bare token, and the Page it belongs to; a token of Instagram Login belongs to none. */
export const readAccess = (access: string): { token: string; pageId: string | null } => {
  const [, pageId, token] = shape.exec(access) ?? [];
  return pageId === undefined || token === undefined ? { token: access, pageId: null } : { token, pageId };
};
