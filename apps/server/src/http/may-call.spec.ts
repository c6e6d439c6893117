import { endpoints } from '@instaflow/contracts';
import { mayCall } from './may-call';

const { listConversations, sendMessage, listFlows, createFlow, connectAccount, getMe } = endpoints;

describe('mayCall', () => {
  it.each([
    ['viewer', [listConversations, listFlows], [sendMessage, createFlow, connectAccount]],
    ['agent', [listConversations, sendMessage], [listFlows, createFlow, connectAccount]],
    ['editor', [listConversations, sendMessage, listFlows, createFlow], [connectAccount]],
    ['admin', [listConversations, sendMessage, listFlows, createFlow, connectAccount], []],
    ['owner', [listConversations, sendMessage, listFlows, createFlow, connectAccount], []],
  ] as const)('lets a %s do what the role is for, and nothing else', (role, allowed, refused) => {
    expect(allowed.every((endpoint) => mayCall(endpoint, role))).toBe(true);
    expect(refused.some((endpoint) => mayCall(endpoint, role))).toBe(false);
  });

  it('asks for no role where the caller acts on themselves', () => {
    expect(mayCall(getMe, 'agent')).toBe(true);
  });
});
