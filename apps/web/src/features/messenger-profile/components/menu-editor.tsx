import type { InstagramAccount } from '@instaflow/contracts';
import { QueryView } from '../../../shared/components/query-view';
import { useMenu } from '../api/use-menu';
import { othersOf, readMenu } from '../profile-draft';
import { EditorSkeleton } from './editor-skeleton';
import { PartEditor } from './part-editor';

export type MenuEditorProps = { account: InstagramAccount };

/** The menu, once it is loaded. */
export function MenuEditor({ account }: MenuEditorProps) {
  const { query, save } = useMenu();
  return (
    <QueryView query={query} skeleton={<EditorSkeleton />}>
      {(stored) => (
        <PartEditor
          part="menu"
          account={account}
          stored={readMenu(stored.menus)}
          publication={stored}
          otherLocales={othersOf(stored.menus).map(({ locale }) => locale)}
          save={{ ...save, run: async (draft) => readMenu((await save.mutateAsync(draft)).menus) }}
        />
      )}
    </QueryView>
  );
}
