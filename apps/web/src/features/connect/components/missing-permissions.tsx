import { useConnectTexts } from '../use-connect-texts';
import { usePermissionText } from '../use-permission-text';

export type MissingPermissionsProps = { names: readonly string[]; isConnected: boolean };

/** What the owner did not grant, and what does not work without it. */
export function MissingPermissions({ names, isConnected }: MissingPermissionsProps) {
  const t = useConnectTexts();
  const permissionText = usePermissionText();
  return (
    <div className="flex flex-col gap-1">
      <h3 className="font-medium">{t('result.missing')}</h3>
      <ul className="flex list-disc flex-col gap-1 pl-5">
        {names.map((name) => (
          <li key={name}>
            {permissionText(name)} <span className="font-mono text-xs break-all">{name}</span>
          </li>
        ))}
      </ul>
      {isConnected && <p>{t('result.missingHint')}</p>}
    </div>
  );
}
