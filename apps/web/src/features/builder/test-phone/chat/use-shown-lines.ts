import type { TalkLine } from '@instaflow/flow-engine';
import { useEffect, useState } from 'react';
import { motionMs } from '../../canvas/motion-ms';
import { isReply } from './is-reply';

const typingMs = 450;
/** A long wait may bring much at once: nobody wants to watch all of it being typed. */
const hurriedMs = 80;
const mostTyped = 5;

/** How many lines are on the screen: what the person does at once, answers one after the other as if typed. */
export function useShownLines(lines: readonly TalkLine[]): number {
  const [shown, setShown] = useState(lines.length);
  const count = Math.min(shown, lines.length);
  const next = lines[count];
  const waiting = lines.length - count;
  useEffect(() => {
    if (shown > lines.length) setShown(lines.length);
  }, [shown, lines.length]);
  useEffect(() => {
    if (next === undefined) return;
    const isTyped = isReply(next) && motionMs() > 0;
    const delay = isTyped ? (waiting > mostTyped ? hurriedMs : typingMs) : 0;
    const timer = setTimeout(() => {
      setShown(count + 1);
    }, delay);
    return () => {
      clearTimeout(timer);
    };
  }, [next, count, waiting]);
  return count;
}
