import { setTimeout as sleep } from 'node:timers/promises';
import { collectEvidence } from './evidence/collect-evidence';
import type { Evidence } from './evidence/evidence';
import { isAttempt } from './evidence/sends';
import type { Fault } from './faults/fault';
import { heal, untilAtRest } from './heal';
import { createPlayer, type Player } from './load/player';
import { prepareAccount, type LoadedAccount } from './load/prepare-account';
import { scripts } from './load/scripts';
import type { Installation } from './processes/installation';
import type { Random } from './random';

export type Size = { peoplePerScript: number; loadMs: number };

/** After the faults are over people and program get this long. */
const patienceMs = 60_000;

/** A fault may keep an account silent for as long as it lasts. */
const warmUpMs = 15_000;

type Part = { fault: Fault; account: LoadedAccount; players: { player: Player; script: string }[] };

/** Loads one account per fault while all the faults strike, heals, waits for rest, and collects what there is to judge. */
export async function runRound(
  installation: Installation,
  { faults, random, size }: { faults: readonly Fault[]; random: Random; size: Size },
): Promise<Evidence[]> {
  const beganAt = Date.now();
  const endsAt = { faults: Number.POSITIVE_INFINITY, patience: Number.POSITIVE_INFINITY };
  const patience = (): number => endsAt.patience;
  const parts = await Promise.all(
    faults.map((fault) =>
      preparePart(installation, { fault, random: random.fork(fault.name), size, patience }),
    ),
  );
  const pause = async (ms: number): Promise<boolean> => {
    await sleep(Math.max(0, Math.min(ms, endsAt.faults - Date.now())));
    return Date.now() < endsAt.faults;
  };
  const playing = parts.map(({ players, fault }) => {
    const dice = random.fork(`${fault.name}/starts`);
    return Promise.all(players.map((one) => play(one, dice.between(0, Math.floor(size.loadMs * 0.7)))));
  });
  const strikes = parts.map(() => 0);
  const striking = Promise.all(
    parts.map(({ fault, account }, index) =>
      fault.strike({
        installation,
        accounts: [account],
        random: random.fork(`${fault.name}/strikes`),
        pause,
        struck: () => void (strikes[index] = (strikes[index] ?? 0) + 1),
      }),
    ),
  );
  await untilUnderLoad(installation, parts);
  endsAt.faults = Date.now() + size.loadMs;
  await Promise.all([striking, pause(size.loadMs)]);
  const broken = await heal(installation);
  const healedAt = Date.now();
  endsAt.patience = healedAt + patienceMs;
  const complaints = await Promise.all(playing);
  const userIds = parts.map(({ account }) => account.userId);
  const leftovers = await untilAtRest(installation, {
    userIds,
    deadline: Math.max(healedAt, Date.now()) + patienceMs,
  });
  return Promise.all(
    parts.map(({ fault, account, players }, index) =>
      collectEvidence(installation, {
        fault: fault.name,
        beganAt,
        healedAt,
        accounts: [account],
        stories: players.map(({ player }) => player.story),
        strikes: strikes[index] ?? 0,
        leftovers: leftovers.get(account.userId) ?? [],
        broken: [...broken, ...(complaints[index]?.flat() ?? [])],
      }),
    ),
  );
}

/** A slow machine must not be through with the faults before the program began to answer. */
async function untilUnderLoad({ ledger }: Installation, parts: readonly Part[]): Promise<void> {
  const isAnswered = ({ calls }: Pick<Installation['ledger'], 'calls'>): true | null => {
    const answering = new Set(calls.filter(isAttempt).map(({ accountId }) => accountId));
    return parts.every(({ account }) => answering.has(account.userId)) ? true : null;
  };
  await ledger.waitFor(isAnswered, Date.now() + warmUpMs);
}

async function preparePart(
  installation: Installation,
  { fault, random, size, patience }: { fault: Fault; random: Random; size: Size; patience: () => number },
): Promise<Part> {
  const { api, simulator, ledger, otherProgram } = installation;
  const username = `${fault.name.replaceAll('-', '_')}_${random.between(100, 999)}`;
  const debounceWindowMs = random.pick([0, 300]);
  const account = await prepareAccount(
    { api, simulator, ticketUrl: otherProgram.url },
    { username, debounceWindowMs },
  );
  const players: Part['players'] = [];
  for (const script of Object.keys(scripts)) {
    for (let index = 0; index < size.peoplePerScript; index += 1) {
      const person = { username: `${script.toLowerCase()}${index}`, script };
      const own = random.fork(person.username);
      players.push({
        script,
        player: await createPlayer({ api, simulator, ledger, account, random: own, patience }, person),
      });
    }
  }
  return { fault, account, players };
}

/** A script that breaks off, such as by an API that refuses, is a finding and not the end of the run. */
async function play({ player, script }: Part['players'][number], afterMs: number): Promise<string[]> {
  await sleep(afterMs);
  try {
    await scripts[script]?.(player);
    return [];
  } catch (error) {
    return [`${script} of ${player.story.igsid}: ${error instanceof Error ? error.message : String(error)}`];
  }
}
