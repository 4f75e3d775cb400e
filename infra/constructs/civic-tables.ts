import { RemovalPolicy } from 'aws-cdk-lib';
import {
  AttributeType,
  Billing,
  StreamViewType,
  TableEncryptionV2,
  TableV2,
  type Attribute,
} from 'aws-cdk-lib/aws-dynamodb';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { TABLES, TABLE_NAMES, type TableName, type TableShape } from '#functions/storage/tables.ts';
import { tablePrefix, type Stage } from '../stages.ts';

const text = (name: string): Attribute => ({ name, type: AttributeType.STRING });

/**
 * The tables of `functions/storage/keys.ts`, paid by use. What holds state can be wound back to any second of the last
 * 35 days and resists deletion; `limits` is forgetful on purpose. The vault, and only it, has a key of its own, so that
 * who may read people is decided twice: by the table's grants and by the key's.
 */
export class CivicTables extends Construct {
  readonly all: Record<TableName, TableV2>;
  readonly vaultKey: Key;

  constructor(scope: Construct, id: string, stage: Stage) {
    super(scope, id);
    const afterUse = stage.keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY;
    this.vaultKey = new Key(this, 'VaultKey', {
      description: `Equal Say ${stage.name}: people, sessions, cards, contacts`,
      enableKeyRotation: true,
      removalPolicy: afterUse,
    });
    this.all = Object.fromEntries(
      TABLE_NAMES.map((name) => [name, this.table(name, TABLES[name], stage, afterUse)]),
    ) as Record<TableName, TableV2>;
  }

  private table(name: TableName, shape: TableShape, stage: Stage, afterUse: RemovalPolicy): TableV2 {
    const holdsState = shape.recovery === true;
    const { standby } = stage;
    return new TableV2(this, name, {
      tableName: `${tablePrefix(stage)}-${name}`,
      partitionKey: text(shape.pk),
      ...(shape.sk && { sortKey: text(shape.sk) }),
      billing: Billing.onDemand(),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: holdsState },
      deletionProtection: holdsState && stage.keepsData,
      removalPolicy: holdsState ? afterUse : RemovalPolicy.DESTROY,
      encryption:
        name === 'vault'
          ? TableEncryptionV2.customerManagedKey(this.vaultKey, standby && { [standby.region]: standby.vaultKeyArn })
          : TableEncryptionV2.dynamoOwnedKey(),
      ...(shape.ttl && { timeToLiveAttribute: shape.ttl }),
      ...(shape.stream && { dynamoStream: StreamViewType.NEW_AND_OLD_IMAGES }),
      globalSecondaryIndexes: Object.entries(shape.indexes ?? {}).map(([indexName, { pk, sk }]) => ({
        indexName,
        partitionKey: text(pk),
        sortKey: text(sk),
      })),
      ...(standby && holdsState && { replicas: [{ region: standby.region }] }),
    });
  }
}
