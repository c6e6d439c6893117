import type { DoctorCheck, DoctorCheckId, DoctorCheckState, DoctorFixId } from '@instaflow/contracts';

/** One check's result, before it has its time. */
export type Finding = Omit<DoctorCheck, 'checkedAt'>;

type Extra = { fixId?: DoctorFixId; helpUrl?: string; details?: DoctorCheck['details'] };

/** A finding in one line: what, how, and the sentence for the owner. */
export const finding = (
  id: DoctorCheckId,
  state: DoctorCheckState,
  sentence: string,
  { fixId, helpUrl, details = {} }: Extra = {},
): Finding => ({ id, state, sentence, fixId: fixId ?? null, helpUrl: helpUrl ?? null, details });
