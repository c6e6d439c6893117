import type { FlowSummary } from '@instaflow/contracts';
import type { FlowCommand } from '../flow-command';

/** The flows something can be done with: what is paused cannot be paused again. */
export function listApplicable(flows: readonly FlowSummary[], kind: FlowCommand['kind']): FlowSummary[] {
  return flows.filter(({ pausedAt, publishedVersion, archivedAt }) => {
    switch (kind) {
      case 'pause':
        return pausedAt === null && publishedVersion !== null && archivedAt === null;
      case 'resume':
        return pausedAt !== null;
      case 'archive':
        return archivedAt === null;
      case 'unarchive':
        return archivedAt !== null;
      case 'delete':
      case 'move':
      case 'duplicate':
        return true;
    }
  });
}
