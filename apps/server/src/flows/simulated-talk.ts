import { v7 as newId } from 'uuid';
import { jsonValue, type JsonValue, type SimulatedAnswer } from '@instaflow/contracts';
import {
  advanceRun,
  createRun,
  decideTurn,
  isEnded,
  resultOfResponse,
  type AccountSnapshot,
  type ContactSnapshot,
  type Effect,
  type EffectResult,
  type FindFlow,
  type FindVersion,
  type FlowSource,
  type InboundEvent,
  type RunState,
  type TraceStep,
  type TriggerSnapshot,
} from '@instaflow/flow-engine';

type World = {
  now: number;
  seed: string;
  /** By node. */
  apiAnswers: Record<string, SimulatedAnswer>;
  draft: FlowSource;
  account: AccountSnapshot;
  triggers: TriggerSnapshot[];
  contact: ContactSnapshot;
  findFlow: FindFlow;
  findVersion: FindVersion;
};
type Line = { direction: 'inbound' | 'outbound'; at: string; type: string; content: JsonValue };

/** Waits that follow each other without end are cut off here. */
const maxTimers = 500;
const windowMs = 24 * 3_600_000;

/** One conversation with the engine on a clock of its own. */
export class SimulatedTalk {
  readonly transcript: Line[] = [];
  readonly trace: TraceStep[] = [];
  contact: ContactSnapshot;
  #now: number;
  #run: RunState | null = null;
  #lastWrittenAt: number | null = null;
  #nextWakeAt: number | null = null;
  #isWithPerson = false;

  constructor(private readonly world: World) {
    this.contact = world.contact;
    this.#now = world.now;
  }

  get status(): string {
    return this.#run?.status ?? 'idle';
  }

  /** The flow begins as if one of its triggers had fired. */
  start(): void {
    this.#lastWrittenAt = this.#now;
    const { draft, account, findFlow, findVersion, seed } = this.world;
    const run = createRun({
      runId: newId(),
      source: draft,
      triggerId: null,
      commentId: null,
      message: null,
      now: this.#now,
    });
    const advanced = advanceRun({
      run,
      input: { kind: 'start' },
      contact: this.contact,
      account,
      findFlow,
      findVersion,
      windowExpiresAt: this.#now + windowMs,
      now: this.#now,
      die: seed,
    });
    this.#take({ ...advanced, nextWakeAt: advanced.run.wakeAt });
  }

  /** The person writes, taps or comments. */
  receive(said: Pick<InboundEvent, 'kind' | 'text' | 'payload'>): void {
    this.#say('inbound', said.kind, { text: said.text, payload: said.payload });
    if (said.kind !== 'comment') this.#lastWrittenAt = this.#now;
    const id = newId();
    const comment = { commentId: id, mediaId: 'simulated', parentId: null, fromSelf: false };
    const event = { id, mid: id, at: this.#now, ...said };
    this.#decide([said.kind === 'comment' ? { ...event, comment } : event], false);
  }

  /** Time passes; what becomes due on the way happens at its time. */
  advance(ms: number): void {
    const end = this.#now + ms;
    for (let count = 0; count < maxTimers; count += 1) {
      const due = this.#nextWakeAt;
      if (due === null || due > end) break;
      this.#now = Math.max(this.#now, due);
      this.#nextWakeAt = null;
      this.#decide([], true);
    }
    this.#now = end;
  }

  #decide(events: InboundEvent[], timerDue: boolean, effectResults: EffectResult[] = []): void {
    const { account, triggers, findFlow, findVersion, seed } = this.world;
    const decision = decideTurn({
      now: this.#now,
      contact: this.contact,
      conversation: {
        status: this.#isWithPerson ? 'pending_human' : 'open',
        automationPausedUntil: null,
        lastAutomatedAt: null,
        lastDefaultReplyAt: null,
        isFirstContact: false,
        windowExpiresAt: this.#lastWrittenAt === null ? null : this.#lastWrittenAt + windowMs,
        privateRepliedCommentIds: [],
      },
      account,
      run: this.#run === null || isEnded(this.#run) ? null : this.#run,
      events,
      effectResults,
      timerDue,
      triggers,
      triggerHistory: {},
      findFlow,
      findVersion,
      newRunId: newId(),
      die: seed,
    });
    if (decision.kind === 'wait') this.#nextWakeAt = decision.until;
    else this.#take(decision);
  }

  #take(result: {
    run: RunState | null;
    contact: ContactSnapshot;
    effects: Effect[];
    trace: TraceStep[];
    nextWakeAt: number | null;
  }): void {
    this.contact = result.contact;
    this.#run = result.run ?? this.#run;
    this.#nextWakeAt = result.nextWakeAt;
    this.trace.push(...result.trace);
    for (const effect of result.effects) this.#show(effect);
    const results = result.effects.flatMap((effect) => this.#outcomeOf(effect));
    if (results.length > 0) this.#decide([], false, results);
  }

  /** Every message arrives, every call is answered as the simulation says. */
  #outcomeOf(effect: Effect): EffectResult[] {
    const { key, kind, nodeId } = effect;
    if (kind === 'http_request') {
      const answers = new Map(Object.entries(this.world.apiAnswers));
      const { status, body } = answers.get(nodeId ?? '') ?? { status: 200, body: {} };
      return [resultOfResponse(effect, { status, body: JSON.stringify(body) })];
    }
    if (kind === 'read_follow_state') {
      const { isFollower } = this.contact;
      return [{ key, outcome: 'answered', reason: null, data: { isFollower } }];
    }
    const isAwaited = (kind === 'send_message' || kind === 'private_reply') && effect.reportsOutcome;
    return isAwaited ? [{ key, outcome: 'sent', reason: null }] : [];
  }

  #show(effect: Effect): void {
    if (effect.kind === 'send_message' || effect.kind === 'private_reply') {
      this.#say('outbound', effect.kind, effect.message);
    }
    if (effect.kind === 'comment_reply') this.#say('outbound', effect.kind, { text: effect.text });
    if (effect.kind === 'http_request') {
      const { method, url, body } = effect.request;
      this.#say('outbound', effect.kind, { method, url, body });
    }
    if (effect.kind === 'request_human') this.#isWithPerson = true;
  }

  #say(direction: Line['direction'], type: string, content: object): void {
    const at = new Date(this.#now).toISOString();
    this.transcript.push({ direction, at, type, content: jsonValue.parse(content) });
  }
}
