/** The address that opens the chat with an account; `reference` arrives with the person. Source: Meta's ig.me links. */
export const chatLink = (username: string, reference: string | null): string => {
  const address = `https://ig.me/m/${encodeURIComponent(username)}`;
  return reference === null ? address : `${address}?ref=${encodeURIComponent(reference)}`;
};
