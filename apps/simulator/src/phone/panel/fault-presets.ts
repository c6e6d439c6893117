/** Misbehaviour one click away; everything else goes through the control API. */
export const faultPresets = [
  { label: '429', fault: { kind: 'throttle', httpStatus: 429, code: 4 } },
  { label: '613', fault: { kind: 'throttle', code: 613 } },
  { label: '500', fault: { kind: 'error', httpStatus: 500 } },
  { label: 'Drop before', fault: { kind: 'drop_before' } },
  { label: 'Drop after acceptance', fault: { kind: 'drop_after' } },
  { label: 'Delay 3 s', fault: { kind: 'delay', delayMs: 3000 } },
  { label: 'Hang', fault: { kind: 'hang' } },
  { label: 'Garbage', fault: { kind: 'garbage' } },
  { label: 'Wrong JSON', fault: { kind: 'wrong_json' } },
  { label: 'Token expired', fault: { kind: 'error', code: 190, subcode: 463 } },
  { label: 'Duplicate webhooks', fault: { kind: 'duplicate_webhook' } },
  { label: 'Reorder webhooks', fault: { kind: 'reorder_webhook' } },
  { label: 'Lose webhooks', fault: { kind: 'lose_webhook' } },
  { label: 'Wrong signature', fault: { kind: 'wrong_signature' } },
  { label: 'Lose echoes', fault: { kind: 'lose_echo' } },
  { label: 'Echo before answer', fault: { kind: 'echo_before_answer' } },
] as const;
