import type { TalkLine } from '@instaflow/flow-engine';
import { saidLine, sentLine } from '../../spec-support/talk-lines';
import type { PictureRow } from './list-picture-rows';
import { mostPlayedMs, planFrames, sumHolds } from './plan-frames';

const line = (told: TalkLine): PictureRow => ({ kind: 'line', line: told, isRequest: false });
const said = (text: string): PictureRow => line(saidLine(text));
const sent = (text: string): PictureRow => line(sentLine({ text }));
const gap: PictureRow = { kind: 'gap', ms: 7_200_000 };
const talk = (count: number): PictureRow[] => Array.from({ length: count }, () => sent('x'.repeat(60)));

describe('the frames of a recording', () => {
  it('type what the account sends, show what the person says at once, and stay at the end', () => {
    expect(planFrames([said('Hi'), sent('Hello'), gap, sent('Still there?')])).toEqual([
      { shown: 1, raisedDot: null, holdMs: 900 },
      { shown: 1, raisedDot: 0, holdMs: 200 },
      { shown: 1, raisedDot: 1, holdMs: 200 },
      { shown: 1, raisedDot: 2, holdMs: 200 },
      { shown: 2, raisedDot: null, holdMs: 900 },
      { shown: 3, raisedDot: null, holdMs: 1_000 },
      { shown: 3, raisedDot: 0, holdMs: 200 },
      { shown: 3, raisedDot: 1, holdMs: 200 },
      { shown: 3, raisedDot: 2, holdMs: 200 },
      { shown: 4, raisedDot: null, holdMs: 2_700 },
    ]);
  });

  it('hold a message by its length, and no longer than anybody reads', () => {
    const [short, middle, long] = planFrames([said('x'), said('x'.repeat(50)), said('x'.repeat(900)), gap]);
    expect([short?.holdMs, middle?.holdMs, long?.holdMs]).toEqual([900, 1_250, 1_800]);
  });

  it('leave time to look at a picture', () => {
    const picture = line(sentLine({ media: { type: 'image', url: 'https://shop.test/a.png' } }));
    expect(planFrames([picture, gap])[3]?.holdMs).toBe(1_400);
  });

  it('do not type what is said in public', () => {
    const { effect, ...rest } = sentLine({});
    const { key, runId, flowId, flowVersionId, nodeId } = effect;
    const origin = { key, runId, flowId, flowVersionId, nodeId };
    const reply = line({
      ...rest,
      effect: { kind: 'comment_reply', ...origin, commentId: 'c', text: 'Look at your messages' },
    });
    expect(planFrames([reply, gap])).toHaveLength(2);
  });

  it.each([25, 40, 80, 400, 1_500])('of %i messages play a minute at most, each with its share', (count) => {
    const frames = planFrames(talk(count));
    expect(sumHolds(frames)).toBeLessThanOrEqual(mostPlayedMs);
    expect(sumHolds(frames)).toBeGreaterThan(mostPlayedMs * 0.5);
    const holds = frames.filter(({ raisedDot }) => raisedDot === null).map(({ holdMs }) => holdMs);
    expect(new Set(holds.slice(0, -1)).size).toBe(1);
    expect(frames.every(({ holdMs }) => holdMs % 10 === 0 && holdMs >= 20)).toBe(true);
  });

  it('leave typing away where it would only flicker', () => {
    expect(planFrames(talk(40)).some(({ raisedDot }) => raisedDot !== null)).toBe(true);
    expect(planFrames(talk(80)).some(({ raisedDot }) => raisedDot !== null)).toBe(false);
  });

  it('are none where nothing has been said', () => {
    expect(planFrames([])).toEqual([]);
  });
});
