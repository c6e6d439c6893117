import { Button, Card, Field, Input } from '@instaflow/ui';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { readCode } from '../read-code';

/** Asks for the code. */
export function CodeForm() {
  const { t } = useTranslation('privacy');
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const [isWrong, setWrong] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const code = readCode(text);
    setWrong(code === null);
    if (code !== null) void navigate(`/data-deletion/${code}`);
  };
  return (
    <Card>
      <form noValidate onSubmit={submit} className="flex flex-col gap-4">
        <Field label={t('code')} hint={t('codeHint')} error={isWrong ? t('codeWrong') : null}>
          <Input
            className="font-mono"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        </Field>
        <Button type="submit" variant="primary" className="self-start">
          {t('look')}
        </Button>
      </form>
    </Card>
  );
}
