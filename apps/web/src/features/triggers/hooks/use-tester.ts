import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAccountId } from '../../../shared/account/use-account-id';
import { callApi } from '../../../shared/api/call-api';

/** What is asked: who writes or comments what, below which post. */
export type TesterQuestion = {
  type: 'dm' | 'comment';
  text: string;
  isFirstContact: boolean;
  scope: 'any' | 'one';
  postPermalink: string;
  who: 'new' | 'known';
  contactId: string | null;
};

const nothing: TesterQuestion = {
  type: 'dm',
  text: '',
  isFirstContact: false,
  scope: 'any',
  postPermalink: '',
  who: 'new',
  contactId: null,
};

/** The question of the tester and its answer, which goes with the first change. */
export function useTester() {
  const { t } = useTranslation('triggers');
  const accountId = useAccountId();
  const [question, setQuestion] = useState(nothing);
  const [problem, setProblem] = useState<string | null>(null);
  const resolve = useMutation({
    mutationFn: ({ type, text, isFirstContact, scope, postPermalink, who, contactId }: TesterQuestion) => {
      const isOnePost = type === 'comment' && scope === 'one';
      return callApi('resolveTriggers', {
        params: { id: accountId },
        body: {
          type,
          text,
          isFirstContact: who === 'new' && isFirstContact,
          ...(isOnePost && { postPermalink: postPermalink.trim() }),
          ...(who === 'known' && contactId !== null && { contactId }),
        },
      });
    },
  });
  const findProblem = (): string | null => {
    const { type, scope, postPermalink, who, contactId } = question;
    if (type === 'comment' && scope === 'one' && !/^https?:\/\/\S+$/.test(postPermalink.trim())) {
      return t('form.postWrong');
    }
    return who === 'known' && contactId === null ? t('tester.choosePerson') : null;
  };
  return {
    question,
    problem,
    resolve,
    change: (part: Partial<TesterQuestion>) => {
      setQuestion({ ...question, ...part });
      setProblem(null);
      resolve.reset();
    },
    ask: () => {
      if (question.text.trim() === '') return;
      const found = findProblem();
      setProblem(found);
      if (found === null) resolve.mutate(question);
    },
  };
}
