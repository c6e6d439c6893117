import type { Evidence, Violation } from '../evidence/evidence';
import { isSend, textOf } from '../evidence/sends';
import type { OfficeCall } from '../processes/other-program';

/** Part of 3: a call is made at least once, always under its own key, and the answer of one is used, once. */
export function checkCalls(evidence: Evidence): Violation[] {
  return evidence.stories.flatMap(({ igsid, errands }) =>
    errands.flatMap((errand) => {
      const calls = evidence.officeCalls.filter((call) => call.errand === errand);
      const answers = evidence.calls
        .filter((call) => isSend(call, igsid) && textOf(call).startsWith(`${errand} ticket`))
        .map(textOf);
      return judge(errand, { calls, answers, all: evidence.officeCalls }).map((problem) => ({
        invariant: 3,
        about: igsid,
        story: [`The call for "${errand}": ${problem}`, ...calls.map(tell), ...answers],
      }));
    }),
  );
}

function judge(
  errand: string,
  {
    calls,
    answers,
    all,
  }: { calls: readonly OfficeCall[]; answers: readonly string[]; all: readonly OfficeCall[] },
): string[] {
  const keys = new Set(calls.map(({ key }) => key));
  const isForeign = all.some((call) => keys.has(call.key) && call.errand !== errand);
  const given = calls.map(({ ticket }) => `${errand} ticket ${ticket}`);
  return [
    ...(calls.length > 0 && keys.size > 1 ? [`It was made under ${keys.size} keys.`] : []),
    ...(isForeign ? ['Its key was used for another call.'] : []),
    ...(answers.length > 1 ? [`Its answer was used ${answers.length} times.`] : []),
    ...answers.filter((answer) => !given.includes(answer)).map((answer) => `Nobody gave "${answer}".`),
  ];
}

function tell({ at, key, ticket, isAnswered }: OfficeCall): string {
  return `${new Date(at).toISOString()} ${key} ${ticket} ${isAnswered ? 'answered' : 'cut off'}`;
}
