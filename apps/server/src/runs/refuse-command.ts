import { conflict, unprocessable, type AppError } from '@instaflow/platform';

const sentences: Record<string, string> = {
  no_timeout_connection: 'This step has no time-out branch to go on by.',
  no_connection: 'This step has no connection to go on by.',
  waiting_for_first_answer: 'Instagram takes no further message before the person answers the private reply.',
  waiting_for_effect: 'This step waits for the outcome of what it has sent.',
  not_waiting: 'This run is not waiting.',
};

const conflicts: Record<string, string> = {
  run_has_ended: 'This run has ended.',
  run_moved_on: 'This run has gone on meanwhile.',
};

/** 409 when the run is elsewhere by now, 422 when its step has no such way on. */
export function refuseCommand(reason: string): AppError {
  const conflicting = conflicts[reason];
  if (conflicting !== undefined) return conflict({ code: reason, message: conflicting });
  return unprocessable(reason, sentences[reason] ?? 'This run cannot do that.');
}

/** 409: nothing automated may go on at the moment. `details.reason` says what pauses it. */
export function refuseWhilePaused(reason: string): AppError {
  return conflict({
    code: 'automation_paused',
    message: 'Automation of this contact, flow or account is paused. Resume it first.',
    details: { reason },
  });
}
