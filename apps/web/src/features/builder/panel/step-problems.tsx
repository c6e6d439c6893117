import { Notice } from '@instaflow/ui';
import { useShallow } from 'zustand/react/shallow';
import { useBuilder } from '../state/builder-context';
import { FixButton } from '../topbar/fix-button';
import { useTexts } from '../texts/use-texts';

/** What is wrong with a step, all of it, on top of its form: the fields repeat what is theirs. */
export function StepProblems({ nodeId }: { nodeId: string }) {
  const t = useTexts();
  const problems = useBuilder(
    useShallow((state) => state.problems.filter((problem) => problem.nodeId === nodeId)),
  );
  if (problems.length === 0) return null;
  const hasError = problems.some(({ severity }) => severity === 'error');
  return (
    <Notice tone={hasError ? 'danger' : 'warning'}>
      <span className="sr-only">{t('panel.problems')}</span>
      <ul className="flex flex-col gap-1">
        {problems.map(({ code, path, message, fix }) => (
          <li key={`${code}-${path}-${message}`} className="flex flex-col items-start gap-1.5">
            {message}
            {fix && <FixButton fix={fix} />}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
