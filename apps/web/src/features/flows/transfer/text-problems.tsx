import { Notice } from '@instaflow/ui';
import { useTranslation } from 'react-i18next';
import type { TextProblem } from './read-flow-text';

export type TextProblemsProps = { problems: readonly TextProblem[] };

const maxShown = 8;

/** Why a file cannot be read, in words. */
export function TextProblems({ problems }: TextProblemsProps) {
  const { t } = useTranslation('flows');
  if (problems.length === 0) return null;
  const words = (problem: TextProblem): string => {
    switch (problem.kind) {
      case 'empty':
        return t('import.problem.empty');
      case 'notJson':
        return problem.line === null
          ? t('import.problem.notJson')
          : t('import.problem.notJsonAt', { line: problem.line });
      case 'problem':
        return [problem.flow, problem.nodeId, problem.message].filter(Boolean).join(': ');
    }
  };
  return (
    <Notice tone="danger" role="alert">
      <p className="font-medium">{t('import.problem.title')}</p>
      <ul className="list-disc pt-1 pl-4 break-words">
        {problems.slice(0, maxShown).map((problem, index) => (
          <li key={index}>{words(problem)}</li>
        ))}
      </ul>
      {problems.length > maxShown && <p>{t('import.problem.more', { count: problems.length - maxShown })}</p>}
    </Notice>
  );
}
