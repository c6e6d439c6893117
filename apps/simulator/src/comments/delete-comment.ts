import type { Simulation } from '../simulation';
import type { Comment } from './comment';

/** A comment goes with everything under it. No webhook tells of it. */
export function deleteComment({ world, changes }: Simulation, comment: Comment): void {
  comment.isDeleted = true;
  for (const other of world.comments.values()) {
    if (other.parentId === comment.id) other.isDeleted = true;
  }
  changes.publish({ kind: 'comment', accountId: comment.accountId });
}
