import { readFileSync } from 'node:fs';

const SAYS: Record<string, string> = {
  ENOENT: 'is not there. Is the path right?',
  EISDIR: 'is a folder, and a file is needed.',
  EACCES: 'may not be read by this user.',
};

/** A file that somebody named on the command line. What is wrong with it is told in a sentence. */
export const namedFile = (path: string): Buffer => {
  try {
    return readFileSync(path);
  } catch (error) {
    const says = error instanceof Error && 'code' in error ? SAYS[String(error.code)] : undefined;
    throw says ? new RangeError(`The file ${path} ${says}`) : error;
  }
};
