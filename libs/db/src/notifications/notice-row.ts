/** What the team of a workspace is to be told because of a turn. */
export type NoticeRow = {
  /** The effect's: told once, however often it is written. */
  key: string;
  kind: 'team_message' | 'human_takeover';
  workspaceId: string;
  accountId: string;
  contactId: string;
  conversationId: string;
  runId: string | null;
  flowId: string | null;
  nodeId: string | null;
  message: string | null;
  isInApp: boolean;
  isMail: boolean;
};
