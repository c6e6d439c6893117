export type ConnectionValues = { username: string; userId: string; token: string; expiresOn: string };
export type ConnectionProblems = { username?: true; userId?: true; token?: true };

/** Which fields of the token form cannot be right, before Instagram is asked. */
export function checkConnection({
  username,
  userId,
  token,
}: Omit<ConnectionValues, 'expiresOn'>): ConnectionProblems {
  const problems: ConnectionProblems = {};
  if (!/^@?[\w.]{1,60}$/.test(username.trim())) problems.username = true;
  if (!/^\d{1,32}$/.test(userId.trim())) problems.userId = true;
  if (token.trim() === '') problems.token = true;
  return problems;
}

/** The form as the API takes it; the chosen day ends the token at its beginning, which is never too late. */
export const toConnection = ({ username, userId, token, expiresOn }: ConnectionValues) => ({
  instagramUserId: userId.trim(),
  instagramUsername: username.trim().replace(/^@/, ''),
  accessToken: token.trim(),
  tokenExpiresAt: expiresOn ? new Date(`${expiresOn}T00:00:00Z`).toISOString() : null,
});
