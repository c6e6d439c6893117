export type Credentials = { email: string; password: string };
export type CredentialProblems = { email?: 'email'; password?: 'passwordMissing' | 'passwordShort' };

const looksLikeEmail = (text: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text.trim());

/** What to say before asking the server. `minLength` counts only for new passwords. */
export function checkCredentials({ email, password }: Credentials, minLength: number): CredentialProblems {
  const problems: CredentialProblems = {};
  if (!looksLikeEmail(email)) problems.email = 'email';
  if (password === '') problems.password = 'passwordMissing';
  else if (password.length < minLength) problems.password = 'passwordShort';
  return problems;
}
