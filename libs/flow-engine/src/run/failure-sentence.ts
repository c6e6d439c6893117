/** Why a run failed, for the owner of the flow. */
export function failureSentence(reason: string): string {
  return sentences[reason] ?? `The flow stopped at this node: ${reason.replaceAll('_', ' ')}.`;
}

const sentences: Record<string, string> = {
  loop_detected: 'The flow went round without end and was stopped: put a wait or a question into the loop.',
  template_error: 'A variable in this node is written wrongly: correct it and publish again.',
  outside_messaging_window:
    'Instagram allows messages for 24 hours after the person wrote: ask something before the wait, or connect “Outside 24 hours”.',
  flow_missing: 'The flow this node leads to is not published.',
  version_missing: 'The version of the flow this person stands on no longer exists.',
  node_missing: 'The node this person stood on no longer exists.',
  empty_message: 'The message of this node was empty for this person: give its variables a default.',
  external_call_failed:
    'The program this node calls did not answer as expected: the step says why. Connect “Failed” to go on all the same.',
  values_too_large:
    'This node would keep more about this person than fits: keep less, or clear attributes that are not needed.',
  flow_paused: 'The flow this node leads to is paused.',
  flow_depth_exceeded: 'Too many flows lead into each other here.',
};
