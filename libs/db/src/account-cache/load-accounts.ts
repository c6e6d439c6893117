import type { Database } from '../turns/database';

export type LoadedTrigger = {
  id: string;
  flowId: string;
  type: string;
  keyword: string | null;
  match: string;
  allowTypos: boolean;
  excludeKeywords: string[];
  priority: number;
  oncePerContactHours: number | null;
  postPermalink: string | null;
  postScope: string;
  mediaId: string | null;
  oncePerPost: boolean;
  publicReplies: string[];
  isActive: boolean;
  createdAt: number;
};

/** An account as the engine needs it; everything is of one snapshot, so `revision` speaks for all of it. */
export type LoadedAccount = {
  accountId: string;
  revision: number;
  username: string;
  settings: unknown;
  status: string;
  pausedAt: number | null;
  triggers: LoadedTrigger[];
  /** Items of ice breakers and menu that name a flow. */
  taps: { kind: 'ice_breakers' | 'menu'; payload: string; flowId: string }[];
  /** The published flows. */
  flows: {
    flowId: string;
    flowVersionId: string;
    name: string;
    /** Nobody may start it. */
    isPaused: boolean;
    /** A person paused it: those who stand in it stay, too. */
    isHeld: boolean;
  }[];
};

export const loadAccounts = async (
  source: Database,
  accountIds: readonly string[],
): Promise<LoadedAccount[]> => {
  const [row] = await source.query<{ accounts: LoadedAccount[] }[]>('SELECT load_accounts($1) AS accounts', [
    accountIds,
  ]);
  return row?.accounts ?? [];
};
