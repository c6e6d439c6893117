import { z } from 'zod';
import { buttonPayload, type JsonValue, type NodeOf } from '@instaflow/flow-model';
import { parsePhoneNumberFromString, isSupportedCountry } from 'libphonenumber-js/min';
import { normalizeText, trimPunctuation } from '../text/normalize-text';

export type Answer = { text: string | null; payload: string | null };
export type CheckedAnswer = { isValid: true; value: JsonValue } | { isValid: false };

const maxAnswerLength = 5000;
const email = z.email();
const invalid: CheckedAnswer = { isValid: false };

type CheckInput = { node: NodeOf<'get_input'>; answer: Answer; country: string | null };
type Check = (text: string, input: CheckInput) => CheckedAnswer;

const checks: Record<NonNullable<NodeOf<'get_input'>['inputType']>, Check> = {
  text: (text) => valid(text.slice(0, maxAnswerLength)),
  email: (text) => {
    const found = text.split(/[\s<>(),;]+/).find((part) => email.safeParse(part).success);
    return found === undefined ? invalid : valid(found.toLowerCase());
  },
  phone: (text, { country }) => {
    const region = country && isSupportedCountry(country) ? country : undefined;
    const phone = parsePhoneNumberFromString(text, region);
    return phone?.isValid() ? valid(phone.number) : invalid;
  },
  number: (text) => {
    const plain = text.replaceAll(/[\s']/g, '').replace(/^(-?\d+),(\d+)$/, '$1.$2');
    return /^[+-]?\d+(\.\d+)?$/.test(plain) && Number.isFinite(Number(plain))
      ? valid(Number(plain))
      : invalid;
  },
  date: (text) => {
    const date = parseDate(text);
    return date === null ? invalid : valid(date);
  },
  choice: (text, { node, answer }) => {
    const choices = node.choices ?? [];
    const wanted = trimPunctuation(normalizeText(text));
    const byTap = choices.find(
      (choice) => answer.payload !== null && choicePayload(choice) === answer.payload,
    );
    const byText = choices.find((choice) => trimPunctuation(normalizeText(choice.text)) === wanted);
    const byNumber = /^\d{1,2}$/.test(wanted) ? choices[Number(wanted) - 1] : undefined;
    const choice = byTap ?? byText ?? byNumber;
    return choice ? valid(choicePayload(choice)) : invalid;
  },
};

/** Whether an answer is what `get_input` asked for, and the value to keep: normalised, at most 5000 characters. */
export function checkAnswer(input: CheckInput): CheckedAnswer {
  const text = (input.answer.text ?? input.answer.payload ?? '').trim();
  if (text === '') return invalid;
  return checks[input.node.inputType ?? 'text'](text, input);
}

/** What a choice is sent with and kept as. */
export function choicePayload({ text, value }: { text: string; value?: string | null | undefined }): string {
  return buttonPayload({ text, payload: value });
}

function valid(value: JsonValue): CheckedAnswer {
  return { isValid: true, value };
}

/** ISO (2026-12-31) and European (31.12.2026, 31/12/2026) dates as an ISO date; null for anything else. */
function parseDate(text: string): string | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  const european = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/.exec(text);
  const [year, month, day] = iso ? iso.slice(1) : (european?.slice(1).reverse() ?? []);
  if (!year || !month || !day) return null;
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const moment = new Date(`${written}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(written) ? written : null;
}
