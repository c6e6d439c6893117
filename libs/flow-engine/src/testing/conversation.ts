import type { FlowDefinition } from '@instaflow/flow-model';
import type { AccountSnapshot } from '../account-snapshot';
import type { ContactSnapshot } from '../contact-snapshot';
import { contactSnapshotSchema } from '../contact-snapshot';
import { decideTurn } from '../decide/decide-turn';
import { postKey } from '../decide/post-of';
import type { Effect } from '../effect';
import type { FlowSource } from '../flow-source';
import { inboundEventSchema, type InboundEvent } from '../inbound-event';
import type { EffectResult } from '../run-input';
import type { RunCommand } from '../run-command';
import { runStateSchema, type RunState } from '../run-state';
import type { ConversationSnapshot, TriggerSnapshot, TurnDecision, TurnInput } from '../turn';
import { describeEffect } from './describe-effect';
import { createSetting, type Setting } from './setting';

export type Turn = Extract<TurnDecision, { kind: 'turn' }>;

/** One contact and the engine, driven by a clock that only the spec moves. Every state goes through JSON. */
export class Conversation {
  now = Date.UTC(2026, 4, 4, 12, 0, 0);
  contact: ContactSnapshot;
  account: AccountSnapshot;
  conversation: ConversationSnapshot;
  triggers: TriggerSnapshot[];
  run: RunState | null = null;
  endedRuns: RunState[] = [];
  triggerHistory: Record<string, number> = {};
  sent: Effect[] = [];
  last: Turn | null = null;
  pending: InboundEvent[] = [];
  private sources: FlowSource[];
  private count = 0;

  constructor(setting: Setting) {
    const { contact, account, conversation, triggers, sources } = createSetting(setting);
    this.contact = contact;
    this.account = account;
    this.conversation = conversation;
    this.triggers = triggers;
    this.sources = sources;
  }

  buildInput(effectResults: EffectResult[] = []): TurnInput {
    this.count += 1;
    const { now, contact, account, conversation, run, triggers, triggerHistory, pending, sources } = this;
    return {
      now,
      contact,
      account,
      conversation,
      run,
      triggers,
      triggerHistory,
      events: pending,
      effectResults,
      timerDue: true,
      findFlow: (flowId) => sources.find((source) => source.flowId === flowId) ?? null,
      findVersion: (id) => sources.find((source) => source.flowVersionId === id) ?? null,
      newRunId: `run-${this.count}`,
      die: 'seed',
    };
  }

  /** One turn, committed. */
  decide(effectResults: EffectResult[] = []): TurnDecision {
    const decision = decideTurn(this.buildInput(effectResults));
    if (decision.kind === 'turn') this.commit(decision);
    return decision;
  }

  commit(turn: Turn): void {
    this.run = turn.run === null ? null : runStateSchema.parse(JSON.parse(JSON.stringify(turn.run)));
    this.contact = contactSnapshotSchema.parse(JSON.parse(JSON.stringify(turn.contact)));
    if (turn.endedRun) this.endedRuns.push(turn.endedRun);
    this.sent.push(...turn.effects);
    this.last = turn;
    const { firedTriggerId, firedForPost = null } = turn;
    if (firedTriggerId !== null) this.triggerHistory[firedTriggerId] = this.now;
    if (firedTriggerId !== null && firedForPost !== null) {
      this.triggerHistory[postKey(firedTriggerId, firedForPost)] = this.now;
    }
    const { conversation } = this;
    const isAnswered = turn.effects.some(({ kind }) => kind === 'send_message');
    this.conversation = {
      ...conversation,
      isFirstContact: false,
      lastAutomatedAt: isAnswered ? this.now : conversation.lastAutomatedAt,
      lastDefaultReplyAt: turn.isDefaultReply ? this.now : conversation.lastDefaultReplyAt,
    };
    const gone = new Set(turn.consumed.flatMap(({ eventIds }) => eventIds));
    this.pending = this.pending.filter(({ id }) => !gone.has(id));
  }

  /** An event is stored; nothing is decided yet. */
  arrive(event: Partial<InboundEvent>): void {
    this.count += 1;
    const blank = {
      id: `event-${this.count}`,
      kind: 'text',
      text: null,
      payload: null,
      mid: `mid-${this.count}`,
    };
    this.pending.push(inboundEventSchema.parse({ ...blank, at: this.now, ...event }));
  }

  says(text: string): string[] {
    this.arrive({ text });
    return this.answer();
  }

  taps(payload: string, text = payload): string[] {
    this.arrive({ kind: 'quick_reply', text, payload });
    return this.answer();
  }

  comments(text: string, comment: Partial<NonNullable<InboundEvent['comment']>> = {}): string[] {
    const blank = { commentId: `c${this.count}`, mediaId: 'media-1', parentId: null, fromSelf: false };
    this.arrive({ kind: 'comment', text, mid: null, comment: { ...blank, ...comment } });
    return this.answer();
  }

  passes(ms: number): string[] {
    this.now += ms;
    return this.answer();
  }

  learns(result: EffectResult): string[] {
    return this.answer([result]);
  }

  /** A person tells the run what to do, from where it stands now. */
  isTold(kind: RunCommand['kind'], changes: Partial<RunCommand> = {}): string[] {
    const { runId = '', nodeId = null, stepCount = 0 } = this.run ?? {};
    const blank = { kind, runId, standsAt: { nodeId, stepCount }, byUserId: 'user-1', note: null };
    this.arrive({ kind: 'run_command', mid: null, command: { ...blank, ...changes } });
    return this.answer();
  }

  /** Publishes the next version of a flow; answers its id. */
  publish(flowId: string, definition: FlowDefinition): string {
    const versions = this.sources.filter((source) => source.flowId === flowId).length;
    const flowVersionId = `${flowId}@${versions + 1}`;
    this.sources = [{ flowId, flowVersionId, name: flowId, definition }, ...this.sources];
    return flowVersionId;
  }

  /** Pauses a flow, or ends its pause. */
  pauseFlow(flowId: string, isPaused = true): void {
    this.sources = this.sources.map((source) =>
      source.flowId === flowId ? { ...source, isPaused } : source,
    );
  }

  /** What one turn sends and does, in words. */
  answer(effectResults: EffectResult[] = []): string[] {
    const decision = this.decide(effectResults);
    return decision.kind === 'wait' ? [`(waits: ${decision.reason})`] : decision.effects.map(describeEffect);
  }

  /** The last turn's candidates as `kind: reason`, the chosen one with a star, triggers with their id. */
  get reasons(): string[] {
    return (this.last?.candidates ?? []).map(({ kind, id, outcome, reason }) => {
      const star = outcome === 'chosen' ? '*' : '';
      return `${star}${kind}${kind === 'trigger' ? ` ${id ?? ''}` : ''}: ${reason}`;
    });
  }
}

export const hours = (count: number) => count * 3_600_000;
