import { Button } from '@instaflow/ui';
import { Download } from 'lucide-react';
import { useTexts } from '../../texts/use-texts';
import { usePhone } from '../state/use-phone';
import { usePhoneWorld } from '../world/phone-world';

/** The conversation as a file that the runner of flow tests plays again. */
export function SaveTest() {
  const t = useTexts();
  const { recordTest } = usePhoneWorld();
  const hasBegun = usePhone(({ earlier }) => earlier.length > 0);
  return (
    <>
      <p className="text-sm text-ink-muted">{t('phone.setup.testHint')}</p>
      <Button
        size="sm"
        className="self-start"
        disabled={!hasBegun}
        onClick={() => {
          const test = recordTest();
          if (test) download(`${test.name}.test.json`, JSON.stringify(test, null, 2));
        }}
      >
        <Download aria-hidden="true" />
        {t('phone.setup.download')}
      </Button>
    </>
  );
}

function download(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
