import type { NodeKind } from '@instaflow/flow-model';
import type { Executor } from '../run/step';
import { executeBusinessHours } from './business-hours';
import { executeCarousel } from './carousel';
import { executeCommentReply } from './comment-reply';
import { executeCondition } from './condition';
import { executeExternalApiCall } from './external-api-call';
import { executeFollowGate } from './follow-gate';
import { executeGetInput } from './get-input';
import { executeGoToFlow } from './go-to-flow';
import { executeGoal } from './goal';
import { executeHumanTakeover } from './human-takeover';
import { executeMessage } from './message';
import { executeNotifyTeam } from './notify-team';
import { executeRandomizer } from './randomizer';
import { executeSetAttribute } from './set-attribute';
import { executeStart } from './start';
import { executeTagContact } from './tag-contact';
import { executeUnavailable } from './unavailable';
import { executeWait } from './wait';

/** Who carries which kind of node. A note has no way in; a run sent there by hand ends. */
export const executors: Record<NodeKind, Executor> = {
  start: executeStart,
  message: executeMessage,
  carousel: executeCarousel,
  tag_contact: executeTagContact,
  set_attribute: executeSetAttribute,
  condition: executeCondition,
  randomizer: executeRandomizer,
  wait: executeWait,
  get_input: executeGetInput,
  human_takeover: executeHumanTakeover,
  go_to_flow: executeGoToFlow,
  comment_reply: executeCommentReply,
  follow_gate: executeFollowGate,
  business_hours: executeBusinessHours,
  external_api_call: executeExternalApiCall,
  ai_reply: executeUnavailable,
  ai_agent: executeUnavailable,
  notify_team: executeNotifyTeam,
  goal: executeGoal,
  note: () => ({ outcome: 'finished', reason: 'note' }),
};
