import type { NodeOf } from '../flow-definition';
import { checkTimeout } from './check-sending';
import { checkLength, checkTextLength, isBlank } from './check-text';
import { instagramLimits } from './instagram-limits';
import type { NodeReport } from './node-report';

const attributeName = /^(flow\.)?[\p{L}_][\p{L}\p{N}_ -]{0,63}$/u;
const forbidden = new Set(['__proto__', 'constructor', 'prototype']);

/** Reports a name that cannot be an attribute or a `flow.` variable. */
export function checkAttribute(name: string, path: string, report: NodeReport): void {
  const bare = name.replace(/^flow\./, '');
  if (attributeName.test(name) && !forbidden.has(bare)) return;
  report.error(
    'invalid_attribute',
    path,
    'Choose another name: letters, digits, spaces, “-” and “_”, 64 at most.',
  );
}

export function checkSetAttribute(node: NodeOf<'set_attribute'>, report: NodeReport): void {
  if (isBlank(node.attribute)) {
    report.error('attribute_missing', 'attribute', 'Choose which attribute to set.');
  } else {
    checkAttribute(node.attribute ?? '', 'attribute', report);
  }
  const needsNoValue = node.operation === 'clear' || node.operation === 'now';
  const isCounting = node.operation === 'increment' || node.operation === 'decrement';
  if (node.value === undefined && !needsNoValue && !isCounting) {
    report.error('value_missing', 'value', 'Fill in the value to remember.');
  }
}

export function checkTag(node: NodeOf<'tag_contact'>, report: NodeReport): void {
  if (isBlank(node.tagName)) report.error('tag_missing', 'tagName', 'Choose a tag.');
}

export function checkGetInput(node: NodeOf<'get_input'>, report: NodeReport): void {
  if (isBlank(node.prompt)) report.error('prompt_missing', 'prompt', 'Write the question to ask.');
  checkTextLength(node.prompt, 'prompt', report);
  checkTextLength(node.retryPrompt, 'retryPrompt', report);
  if (node.saveToAttribute) checkAttribute(node.saveToAttribute, 'saveToAttribute', report);
  const retries = node.retries ?? 0;
  if (!Number.isInteger(retries) || retries < 0 || retries > 10) {
    report.error('invalid_retries', 'retries', 'Choose between 0 and 10 retries.');
  }
  checkTimeout(node.timeoutSeconds, report);
  if (node.inputType === 'choice') checkChoices(node.choices ?? [], report);
}

function checkChoices(choices: readonly { text: string }[], report: NodeReport): void {
  const limit = instagramLimits.quickReplies;
  if (choices.length === 0 || choices.length > limit) {
    report.error('invalid_choices', 'choices', `Offer between 1 and ${limit} choices.`);
  }
  choices.forEach(({ text }, index) => {
    const path = `choices.${index}.text`;
    if (isBlank(text)) report.error('button_without_text', path, 'Write this choice.');
    checkLength({ text, limit: instagramLimits.titleLength, path, code: 'button_text_too_long' }, report);
  });
}
