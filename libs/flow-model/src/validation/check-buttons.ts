import { buttonPayload, type Button } from '../kinds/button';
import { checkLength, checkUrl, isBlank } from './check-text';
import { instagramLimits } from './instagram-limits';
import type { NodeReport } from './node-report';

/** Reports what Instagram refuses of the buttons of one message or card. */
export function checkButtons(buttons: readonly Button[], path: string, report: NodeReport): void {
  const quickReplies = buttons.filter(({ type }) => type === 'quick_reply').length;
  const templateButtons = buttons.length - quickReplies;
  if (quickReplies > instagramLimits.quickReplies) {
    const limit = instagramLimits.quickReplies;
    report.error(
      'too_many_quick_replies',
      path,
      `Remove quick replies: ${limit} at most, there are ${quickReplies}.`,
    );
  }
  if (templateButtons > instagramLimits.buttons) {
    const limit = instagramLimits.buttons;
    report.error('too_many_buttons', path, `Remove buttons: ${limit} at most, there are ${templateButtons}.`);
  }
  if (quickReplies > 0 && templateButtons > 0) {
    report.error('mixed_buttons', path, 'Use either quick replies or buttons: Instagram does not show both.');
  }
  const payloads = new Set<string>();
  buttons.forEach((button, index) => {
    checkButton(button, `${path}.${index}`, report);
    if (button.type === 'web_url') return;
    const payload = buttonPayload(button);
    if (payloads.has(payload)) {
      report.error(
        'duplicate_payload',
        `${path}.${index}.payload`,
        `Give “${button.text}” its own payload: another button has the same.`,
      );
    }
    payloads.add(payload);
  });
}

function checkButton(button: Button, path: string, report: NodeReport): void {
  if (isBlank(button.text))
    report.error('button_without_text', `${path}.text`, 'Write on this button what it does.');
  checkLength(
    {
      text: button.text,
      limit: instagramLimits.titleLength,
      path: `${path}.text`,
      code: 'button_text_too_long',
    },
    report,
  );
  if (button.type === 'web_url') {
    if (isBlank(button.url))
      report.error('button_without_url', `${path}.url`, 'Give this button an address to open.');
    else checkUrl(button.url ?? '', `${path}.url`, report);
  } else if (buttonPayload(button).length > instagramLimits.payloadLength) {
    report.error(
      'payload_too_long',
      `${path}.payload`,
      `Shorten this payload: ${instagramLimits.payloadLength} characters at most.`,
    );
  }
}
