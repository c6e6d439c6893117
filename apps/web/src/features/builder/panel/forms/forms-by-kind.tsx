import { isKind, type FlowNode, type NodeKind, type NodeOf } from '@instaflow/flow-model';
import type { ComponentType } from 'react';
import { NoteForm } from '../../notes/note-form';
import { ApiCallForm } from './api-call/api-call-form';
import { CarouselForm } from './carousel-form';
import { CommentReplyForm } from './comment-reply-form';
import { ConditionForm } from './condition-form';
import { GetInputForm } from './get-input-form';
import { GoToFlowForm } from './go-to-flow-form';
import { HumanTakeoverForm } from './human-takeover-form';
import { MessageForm } from './message-form';
import { RandomizerForm } from './randomizer-form';
import { SetAttributeForm } from './set-attribute-form';
import { BusinessHoursForm, FollowGateForm, GoalForm, LaterForm, NotifyTeamForm } from './simple-forms';
import { StartForm } from './start-form';
import { TagForm } from './tag-form';
import { WaitForm } from './wait-form';

export type StepForm = ComponentType<{ node: FlowNode }>;

function forKind<K extends NodeKind>(kind: K, Form: ComponentType<{ node: NodeOf<K> }>): StepForm {
  return function FormOfKind({ node }) {
    return isKind(node, kind) ? <Form node={node} /> : null;
  };
}

/** The form of every kind of step. A new kind without one does not compile. */
export const formsByKind: Record<NodeKind, StepForm> = {
  start: StartForm,
  message: forKind('message', MessageForm),
  carousel: forKind('carousel', CarouselForm),
  tag_contact: forKind('tag_contact', TagForm),
  set_attribute: forKind('set_attribute', SetAttributeForm),
  condition: forKind('condition', ConditionForm),
  randomizer: forKind('randomizer', RandomizerForm),
  wait: forKind('wait', WaitForm),
  get_input: forKind('get_input', GetInputForm),
  human_takeover: forKind('human_takeover', HumanTakeoverForm),
  go_to_flow: forKind('go_to_flow', GoToFlowForm),
  comment_reply: forKind('comment_reply', CommentReplyForm),
  follow_gate: FollowGateForm,
  business_hours: BusinessHoursForm,
  external_api_call: forKind('external_api_call', ApiCallForm),
  ai_reply: LaterForm,
  ai_agent: LaterForm,
  notify_team: forKind('notify_team', NotifyTeamForm),
  goal: forKind('goal', GoalForm),
  note: forKind('note', NoteForm),
};
