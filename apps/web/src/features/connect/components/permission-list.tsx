import type { MissingPermission } from '@instaflow/contracts';
import { Badge } from '@instaflow/ui';
import { usePermissionText } from '../use-permission-text';
import { useConnectTexts } from '../use-connect-texts';

export type PermissionListProps = { permissions: readonly MissingPermission[] };

/** What is asked for, each with its reason and whether it can be left away. */
export function PermissionList({ permissions }: PermissionListProps) {
  const t = useConnectTexts();
  const permissionText = usePermissionText();
  return (
    <ul className="flex flex-col divide-y divide-line rounded-md border border-line">
      {permissions.map(({ name, isRequired, purpose }) => (
        <li key={name} className="flex flex-wrap items-start justify-between gap-x-3 gap-y-1 px-3 py-2">
          <div className="flex min-w-0 flex-col">
            <span>{permissionText(name) ?? purpose}</span>
            <span className="font-mono text-xs break-all text-ink-faint">{name}</span>
          </div>
          <Badge tone={isRequired ? 'accent' : 'neutral'}>
            {isRequired ? t('login.required') : t('login.optional')}
          </Badge>
        </li>
      ))}
    </ul>
  );
}
