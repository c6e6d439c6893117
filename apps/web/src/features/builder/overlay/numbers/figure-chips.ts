import type { VisitMeasure } from '@instaflow/contracts';
import {
  CircleAlert,
  Clock,
  Eye,
  LogOut,
  MousePointerClick,
  Send,
  Users,
  type LucideIcon,
} from 'lucide-react';
import type { NodeMark } from '../overlay-store';

export type NodeMeasure = Exclude<VisitMeasure, 'taken'>;

export const nodeMeasures: readonly NodeMeasure[] = [
  'reached',
  'sent',
  'read',
  'clicked',
  'waiting',
  'failed',
  'dropped',
];

export const measureIcons: Record<NodeMeasure, LucideIcon> = {
  reached: Users,
  sent: Send,
  read: Eye,
  clicked: MousePointerClick,
  waiting: Clock,
  failed: CircleAlert,
  dropped: LogOut,
};

export type FigureChip = { measure: NodeMeasure; value: number; share: number | null };

/** The chips of a card: what was reached always, the rest only when there is some. Taps and reads are shares of what was sent. */
export function listChips(mark: Extract<NodeMark, { kind: 'numbers' }>): FigureChip[] {
  return nodeMeasures.flatMap((measure) => {
    const value = mark[measure];
    if (value === 0 && measure !== 'reached') return [];
    const whole = wholeOf(measure, mark);
    return [{ measure, value, share: whole > 0 && measure !== 'reached' ? value / whole : null }];
  });
}

function wholeOf(measure: NodeMeasure, mark: Extract<NodeMark, { kind: 'numbers' }>): number {
  switch (measure) {
    case 'read':
    case 'clicked':
      return mark.sent;
    case 'dropped':
      return mark.reached;
    case 'reached':
    case 'sent':
    case 'waiting':
    case 'failed':
      return 0;
  }
}
