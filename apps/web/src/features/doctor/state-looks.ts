import type { DoctorCheckState } from '@instaflow/contracts';
import type { Tone } from '@instaflow/ui';
import { CircleCheck, CircleDashed, CircleHelp, CircleX, TriangleAlert, type LucideIcon } from 'lucide-react';

type Look = { icon: LucideIcon; tone: Tone; ink: string; soft: string };

/** How each state of a check looks; the word beside it says the same. */
export const stateLooks: Record<DoctorCheckState, Look> = {
  passed: { icon: CircleCheck, tone: 'success', ink: 'text-success-text', soft: 'bg-success-soft' },
  warning: { icon: TriangleAlert, tone: 'warning', ink: 'text-warning-text', soft: 'bg-warning-soft' },
  failed: { icon: CircleX, tone: 'danger', ink: 'text-danger-text', soft: 'bg-danger-soft' },
  unknown: { icon: CircleHelp, tone: 'neutral', ink: 'text-ink-muted', soft: 'bg-sunken' },
  skipped: { icon: CircleDashed, tone: 'neutral', ink: 'text-ink-faint', soft: 'bg-sunken' },
};
