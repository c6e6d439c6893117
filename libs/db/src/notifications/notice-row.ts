/** What people of a workspace are to be told because of a turn. */
export type NoticeRow = {
  /** Told once, however often it is written. */
  key: string;
  kind: 'team_message' | 'human_takeover' | 'run_failed';
  /** `team`: all who may answer people. */
  audience: 'team' | 'owners';
  workspaceId: string;
  accountId: string;
  contactId: string;
  conversationId: string;
  runId: string | null;
  flowId: string | null;
  nodeId: string | null;
  reason: string | null;
  message: string | null;
  isInApp: boolean;
  isMail: boolean;
};
