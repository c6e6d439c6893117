import type english from './locales/en.json';
import type { PublishTexts } from './publish-texts';

type FieldName = keyof (typeof english)['fields'];

/** By the first part of the path that says which field it is; what differs by kind bears the same word. */
const names: Record<string, FieldName> = {
  text: 'text',
  mediaUrl: 'media',
  mediaType: 'media',
  buttons: 'buttons',
  elements: 'cards',
  cards: 'cards',
  tagName: 'tagName',
  action: 'action',
  operation: 'action',
  attribute: 'attribute',
  value: 'value',
  rules: 'rules',
  branches: 'branches',
  durationSeconds: 'duration',
  until: 'until',
  timezone: 'until',
  prompt: 'question',
  inputType: 'inputType',
  saveToAttribute: 'saveTo',
  choices: 'choices',
  retries: 'retries',
  retryPrompt: 'retryPrompt',
  timeoutSeconds: 'timeout',
  replyTimeoutSeconds: 'timeout',
  timeoutMs: 'timeout',
  message: 'message',
  messageToAgent: 'message',
  messageToContact: 'message',
  flowId: 'flow',
  method: 'request',
  url: 'request',
  headers: 'request',
  body: 'request',
  saveResponse: 'saveResponse',
  instructions: 'instructions',
  tools: 'tools',
  exits: 'exits',
  channels: 'channels',
  goal: 'goal',
  color: 'color',
};

/** The word for a field, by its path such as `content.text`. A field nobody has named yet is one of the settings. */
export function nameField(t: PublishTexts, path: string): string {
  const named = path.split('.').find((part) => Object.hasOwn(names, part));
  return t(`fields.${(named && names[named]) || 'other'}`);
}
