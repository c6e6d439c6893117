import type { InstagramAccount } from '@instaflow/contracts';
import { QueryView } from '../../../shared/components/query-view';
import { useIceBreakers } from '../api/use-ice-breakers';
import { othersOf, readIceBreakers } from '../profile-draft';
import { EditorSkeleton } from './editor-skeleton';
import { PartEditor } from './part-editor';

export type IceBreakerEditorProps = { account: InstagramAccount };

/** The ice breakers, once they are loaded. */
export function IceBreakerEditor({ account }: IceBreakerEditorProps) {
  const { query, save } = useIceBreakers();
  return (
    <QueryView query={query} skeleton={<EditorSkeleton />}>
      {(stored) => (
        <PartEditor
          part="iceBreakers"
          account={account}
          stored={readIceBreakers(stored.sets)}
          publication={stored}
          otherLocales={othersOf(stored.sets).map(({ locale }) => locale)}
          save={{ ...save, run: async (draft) => readIceBreakers((await save.mutateAsync(draft)).sets) }}
        />
      )}
    </QueryView>
  );
}
