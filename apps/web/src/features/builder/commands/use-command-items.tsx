import { alignments } from '@instaflow/flow-model';
import { Kbd } from '@instaflow/ui';
import { Workflow } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { addStep, findWiringAfterSelection } from '../actions/add-step';
import { alignSelection } from '../actions/align-selection';
import { useAccountFlows } from '../api/use-account-flows';
import { getPointerMode, setPointerMode } from '../canvas/pointer-mode';
import { foldGroup, listSelectedGroups } from '../groups/edit-groups';
import { runCommand } from '../keyboard/run-command';
import { areSingleKeysOn, setSingleKeys } from '../keyboard/single-keys';
import { useCommandContext } from '../keyboard/use-command-context';
import { listOutline } from '../outline/list-outline';
import { summarizeStep } from '../outline/summarize-step';
import { KindIcon } from '../palette/kind-icon';
import { listKinds } from '../palette/list-kinds';
import { useDescribeItem } from '../proposal/use-describe-item';
import type { SearchItem } from '../search/search-list';
import { useBuilderSession } from '../state/builder-context';
import { nameKind } from '../texts/name-kind';
import { listCommandEntries } from './list-command-entries';

export type CommandItem = SearchItem & { run: () => void };

/** Commands, kinds of steps to add, the steps of this flow, and the other flows, each with what choosing it does. */
export function useCommandItems(): CommandItem[] {
  return [...useCommands(), ...useViewCommands(), ...useAdding(), ...useSteps(), ...useFlows()];
}

function useCommands(): CommandItem[] {
  const { t } = useTranslation('builder');
  const context = useCommandContext();
  const { store } = context.session;
  const state = store.getState();
  const group = t('commands.groups.commands');
  const commands = listCommandEntries(state).map(({ name, keys }) => ({
    id: `command-${name}`,
    label: t(`commands.names.${name}`),
    group,
    end: <Kbd>{keys}</Kbd>,
    run: () => void runCommand({ name }, context),
  }));
  if (state.isReadOnly || state.selectedNodeIds.size < 2) return commands;
  const aligning = alignments.map((alignment) => ({
    id: `align-${alignment}`,
    label: t(`selection.${alignment}`),
    group,
    run: () => {
      alignSelection(store, alignment);
    },
  }));
  return [...commands, ...aligning];
}

/** What is kept in this browser, and folding. */
function useViewCommands(): CommandItem[] {
  const { t } = useTranslation('builder');
  const { store } = useBuilderSession();
  const group = t('commands.groups.commands');
  const pointer = getPointerMode() === 'mouse' ? 'trackpad' : 'mouse';
  const areOn = areSingleKeysOn();
  const folding = listSelectedGroups(store).map((found) => ({
    id: `fold-${found.id}`,
    label: t(found.isCollapsed ? 'commands.names.openGroup' : 'commands.names.foldGroup'),
    hint: found.name,
    group,
    run: () => {
      foldGroup(store, found, found.isCollapsed !== true);
    },
  }));
  return [
    ...folding,
    {
      id: 'pointer',
      label: t(`commands.names.${pointer}`),
      group,
      run: () => {
        setPointerMode(pointer);
      },
    },
    {
      id: 'single-keys',
      label: t(areOn ? 'commands.names.singleKeysOff' : 'commands.names.singleKeysOn'),
      group,
      run: () => {
        setSingleKeys(!areOn);
      },
    },
  ];
}

function useAdding(): CommandItem[] {
  const { t } = useTranslation('builder');
  const { store } = useBuilderSession();
  const describing = useDescribeItem();
  if (store.getState().isReadOnly) return [];
  const group = t('commands.groups.add');
  const kinds = listKinds()
    .filter(({ isExecutable }) => isExecutable)
    .map(({ kind }) => ({
      id: `add-${kind}`,
      label: t('commands.add', { kind: t(`kinds.${kind}.label`) }),
      hint: t(`kinds.${kind}.hint`),
      group,
      icon: <KindIcon type={kind} />,
      run: () => {
        const wiring = findWiringAfterSelection(store);
        addStep(store, { kind, name: t(`kinds.${kind}.label`), wiring, position: null });
      },
    }));
  const describe = () => {
    store.getState().describe({ wiring: findWiringAfterSelection(store), position: null });
  };
  return [...kinds, { ...describing, group, run: describe }];
}

function useSteps(): CommandItem[] {
  const { t, i18n } = useTranslation('builder');
  const { store } = useBuilderSession();
  return listOutline(store.getState().definition).map(({ node, step }) => ({
    id: `step-${node.id}`,
    label: `${String(step)} · ${node.name || nameKind(t, node.type)}`,
    hint: summarizeStep(t, node, i18n.language),
    group: t('commands.groups.steps'),
    icon: <KindIcon type={node.type} />,
    run: () => {
      store.getState().goToNode(node.id);
    },
  }));
}

function useFlows(): CommandItem[] {
  const { t } = useTranslation('builder');
  const navigate = useNavigate();
  const { accountId, flowId } = useBuilderSession();
  const { data: flows = [] } = useAccountFlows();
  return flows
    .filter((flow) => flow.flowId !== flowId)
    .map((flow) => ({
      id: `flow-${flow.flowId}`,
      label: flow.name,
      group: t('commands.groups.flows'),
      icon: <Workflow aria-hidden="true" className="mx-1.5 size-4 shrink-0 text-ink-faint" />,
      run: () => void navigate(`/accounts/${accountId}/flows/${flow.flowId}`),
    }));
}
