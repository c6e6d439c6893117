import type { BuilderContextValue } from '../state/builder-context';

/** The session of the draft, also while steps that are proposed for it are on the canvas in its place. */
export function findDraft(session: BuilderContextValue): BuilderContextValue {
  return session.overlay.getState().proposal?.draft ?? session;
}
