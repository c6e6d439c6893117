import { toast } from '@instaflow/ui';
import { useState } from 'react';
import { checkPart, hasProblems } from '../check-profile';
import type { Part, PartDraft } from '../profile-draft';
import { useProfileTexts } from '../use-profile-texts';

type Input = {
  part: Part;
  stored: PartDraft;
  save: { run: (draft: PartDraft) => Promise<PartDraft>; isPending: boolean };
};

const contentOf = ({ items, isComposerDisabled }: PartDraft): string =>
  JSON.stringify([isComposerDisabled, items.map(({ key: _, ...content }) => content)]);

/** What is being edited. Problems are told once somebody tried to save, not while the first word is written. */
export function useProfileDraft({ part, stored, save }: Input) {
  const t = useProfileTexts();
  const [draft, setDraft] = useState(stored);
  const [saved, setSaved] = useState(stored);
  const [isShowing, setShowing] = useState(false);
  const problems = checkPart(draft, part);
  const start = (next: PartDraft) => {
    setDraft(next);
    setSaved(next);
    setShowing(false);
  };
  const submit = () => {
    setShowing(true);
    if (hasProblems(problems) || save.isPending) return;
    save.run(draft).then(
      (next) => {
        start(next);
        toast.success(t('saved'));
      },
      // Told in place by the form.
      () => undefined,
    );
  };
  return {
    draft,
    setDraft,
    problems,
    isShowing,
    isChanged: contentOf(draft) !== contentOf(saved),
    submit,
    discard: () => start(saved),
  };
}
