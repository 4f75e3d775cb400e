import { Seal } from '#shared/ledger/seals.ts';
import { nameOfCopy, type Witness } from './witness.ts';

/** HTTP 412: an object of this name is there already. */
const wasThere = (error: unknown): boolean => error instanceof Error && error.name === 'PreconditionFailed';

/** Loaded when there is a seal to hand over, which most runs of the clock have not. */
const reach = async () => {
  const s3 = await import('@aws-sdk/client-s3');
  return { ...s3, client: new s3.S3Client({ followRegionRedirects: true }) };
};

/**
 * An object for each seal in a bucket whose objects are locked (S3 Object Lock): nobody can write over one or take one
 * away before its time, in compliance mode not even the owner of the account.
 */
export const bucketWitness = (bucket: string): Witness => {
  let reached: ReturnType<typeof reach> | undefined;
  return async (seal) => {
    const { client, PutObjectCommand } = await (reached ??= reach());
    const copy = { Bucket: bucket, Key: nameOfCopy(seal), Body: JSON.stringify(seal), ContentType: 'application/json' };
    await client.send(new PutObjectCommand({ ...copy, IfNoneMatch: '*' })).catch((error: unknown) => {
      if (!wasThere(error)) throw error;
    });
  };
};

const AT_ONCE = 20;

/** The copies that the bucket keeps of a place's seals, read with the rights of whoever checks. */
export const keptInBucket = async (bucket: string, place: string): Promise<Seal[]> => {
  const { client, GetObjectCommand, paginateListObjectsV2 } = await reach();
  const read = async (Key: string): Promise<Seal> => {
    const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key }));
    return Seal.parse(JSON.parse((await Body?.transformToString()) ?? ''));
  };
  const all: string[] = [];
  for await (const { Contents = [] } of paginateListObjectsV2({ client }, { Bucket: bucket, Prefix: `${place}/` })) {
    all.push(...Contents.flatMap(({ Key }) => Key ?? []));
  }
  const kept: Seal[] = [];
  for (let i = 0; i < all.length; i += AT_ONCE)
    kept.push(...(await Promise.all(all.slice(i, i + AT_ONCE).map((key) => read(key)))));
  return kept;
};
