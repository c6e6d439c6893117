export const connectWays = ['instagram', 'facebook', 'token'] as const;
export type ConnectWay = (typeof connectWays)[number];

/** Which of Meta's two logins. */
export type LoginKind = Exclude<ConnectWay, 'token'>;

export type ConnectTarget = { way?: ConnectWay; workspaceId?: string };

/** Address of the page that connects accounts, at one of its ways; to the workspace, where the account is known. */
export function connectPath({ way, workspaceId }: ConnectTarget = {}): string {
  const query = new URLSearchParams();
  if (way) query.set('way', way);
  if (workspaceId) query.set('workspace', workspaceId);
  return `/accounts/connect${query.size > 0 ? `?${query.toString()}` : ''}`;
}

/** The way an address names; null for the choice between them. */
export const readConnectWay = (text: string | null): ConnectWay | null =>
  connectWays.find((way) => way === text) ?? null;
