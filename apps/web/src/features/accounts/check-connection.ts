export type ConnectionValues = { username: string; userId: string; token: string };
export type ConnectionProblems = { username?: true; userId?: true; token?: true };

/** Which fields of the token form cannot be right, before Instagram is asked. */
export function checkConnection({ username, userId, token }: ConnectionValues): ConnectionProblems {
  const problems: ConnectionProblems = {};
  if (!/^@?[\w.]{1,60}$/.test(username.trim())) problems.username = true;
  if (!/^\d{1,32}$/.test(userId.trim())) problems.userId = true;
  if (token.trim() === '') problems.token = true;
  return problems;
}
