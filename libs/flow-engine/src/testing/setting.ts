import type { FlowDefinition } from '@instaflow/flow-model';
import { accountSnapshotSchema, type AccountSnapshot } from '../account-snapshot';
import { contactSnapshotSchema, type ContactSnapshot } from '../contact-snapshot';
import type { FlowSource } from '../flow-source';
import {
  conversationSnapshotSchema,
  triggerSnapshotSchema,
  type ConversationSnapshot,
  type TriggerSnapshot,
} from '../turn';

/** What a spec sets up; everything else has a plain default. */
export type Setting = {
  flows?: Record<string, FlowDefinition>;
  pausedFlows?: string[];
  triggers?: (Partial<TriggerSnapshot> & { id: string })[];
  settings?: Partial<AccountSnapshot['settings']>;
  pausedAt?: number | null;
  contact?: Partial<ContactSnapshot>;
  conversation?: Partial<ConversationSnapshot>;
};

/** Fills a setting in. Without triggers, “hello” starts the flow `main`; debounce and cooldown are off. */
export function createSetting(setting: Setting) {
  const sources = Object.entries(setting.flows ?? {}).map(([flowId, definition]): FlowSource => ({
    flowId,
    flowVersionId: `${flowId}@1`,
    name: flowId,
    definition,
    isPaused: setting.pausedFlows?.includes(flowId) ?? false,
  }));
  return {
    sources,
    contact: contactSnapshotSchema.parse({ ...plainContact, ...setting.contact }),
    account: accountSnapshotSchema.parse({
      id: 'account-1',
      username: 'the.shop',
      pausedAt: setting.pausedAt ?? null,
      settings: { ...plainSettings, ...setting.settings },
    }),
    conversation: conversationSnapshotSchema.parse({ ...plainConversation, ...setting.conversation }),
    triggers: (setting.triggers ?? [{ id: 't1' }]).map((trigger) =>
      triggerSnapshotSchema.parse({ ...plainTrigger, ...trigger }),
    ),
  };
}

const plainContact = {
  id: 'contact-1',
  instagramUserId: '1784',
  username: 'ana.shop',
  firstName: 'Ana',
  lastName: null,
  profilePictureUrl: null,
  tags: [],
  customAttributes: {},
  isFollower: null,
  optedOut: false,
};
const plainSettings = {
  autoRespond: true,
  aiEnabled: false,
  debounceWindowMs: 0,
  cooldownMs: 0,
  fallbackRules: [],
  defaultReplyFlowId: null,
  timezone: 'Europe/Berlin',
};
const plainConversation = {
  status: 'open',
  automationPausedUntil: null,
  lastAutomatedAt: null,
  lastDefaultReplyAt: null,
  isFirstContact: false,
};
const plainTrigger = { flowId: 'main', type: 'dm_keyword', keyword: 'hello', createdAt: 0 };
