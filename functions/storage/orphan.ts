import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Which process of ours started which engine on this store. */
const noteIn = (folder: string): string => join(folder, 'engine.pid');

export const noteEngine = (folder: string, engine: number | undefined): void =>
  writeFileSync(noteIn(folder), `${process.pid} ${engine ?? 0}`);

const readNote = (folder: string): { platform: number; engine: number } => {
  try {
    const [platform = 0, engine = 0] = readFileSync(noteIn(folder), 'utf8').split(' ').map(Number);
    return { platform, engine };
  } catch {
    return { platform: 0, engine: 0 };
  }
};

export const forgetEngine = (folder: string, engine: number | undefined): void => {
  if (readNote(folder).engine === engine) rmSync(noteIn(folder), { force: true });
};

/** The parent and the command line of a running process; nothing when it has ended, or nobody can tell. */
const look = (pid: number): { parent: number; command: string } | undefined => {
  try {
    if (process.platform === 'linux') {
      const parent = Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[1]);
      return { parent, command: readFileSync(`/proc/${pid}/cmdline`, 'utf8') };
    }
    const [, parent, command = ''] =
      /^\s*(\d+)\s+(.*)/.exec(execFileSync('ps', ['-o', 'ppid=,command=', '-p', `${pid}`], { encoding: 'utf8' })) ?? [];
    return parent ? { parent: Number(parent), command } : undefined;
  } catch {
    return undefined;
  }
};

const PATIENCE = 5000;

/**
 * A platform that was killed leaves its engine behind, alone with the file. It has nothing more to do (whatever it
 * acknowledged is on disk), so it is ended before another engine opens the same file.
 */
export const endOrphan = async (folder: string, file: string): Promise<void> => {
  const { platform, engine } = readNote(folder);
  const isOrphan = (): boolean => {
    const found = engine > 0 ? look(engine) : undefined;
    return found !== undefined && found.parent !== platform && found.command.includes(file);
  };
  if (!isOrphan()) return;
  process.kill(engine, 'SIGTERM');
  for (let waited = 0; waited < PATIENCE && isOrphan(); waited += 20) await sleep(20);
};
