import { useErrorText } from '../../shared/components/use-error-text';
import english from './locales/en.json';
import { refusalCodeOf } from './refusal-code';
import { useRunTexts } from './use-run-texts';

const isRefusal = (code: string): code is keyof typeof english.refusal =>
  Object.hasOwn(english.refusal, code);

/** Words for why something was refused, by its code or its error. */
export function useRefusalText() {
  const t = useRunTexts();
  const errorText = useErrorText();
  const codeText = (code: string): string =>
    isRefusal(code) ? t(`refusal.${code}`) : code.replaceAll('_', ' ');
  return {
    codeText,
    errorText: (error: unknown): string => {
      const code = refusalCodeOf(error);
      return code !== null && isRefusal(code) ? codeText(code) : errorText(error);
    },
  };
}
