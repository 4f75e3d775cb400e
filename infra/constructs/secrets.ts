import { RemovalPolicy } from 'aws-cdk-lib';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { accepted } from '../accepted.ts';
import type { Stage } from '../stages.ts';

/**
 * Two secrets, made by AWS and seen by nobody. `master` is what cards, deals and sessions are keyed with: it is neither
 * in the tables nor in their backups, and losing it closes every card, so it stays when the stack goes. `wayIn` is what
 * the content network says to the API, so that nobody reaches the API past it.
 */
export class Secrets extends Construct {
  readonly master: Secret;
  readonly wayIn: Secret;

  constructor(scope: Construct, id: string, stage: Stage) {
    super(scope, id);
    const secret = (name: string, description: string, stays: boolean): Secret =>
      new Secret(this, name, {
        description: `Equal Say ${stage.name}: ${description}`,
        generateSecretString: { passwordLength: 64, excludePunctuation: true },
        removalPolicy: stays ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
        ...(stage.standby && { replicaRegions: [{ region: stage.standby.region }] }),
      });
    this.master = secret('Master', 'keys of cards, deals and sessions', stage.keepsData);
    this.wayIn = secret('WayIn', 'what the content network says to the API', false);
    accepted(
      this.master,
      'AwsSolutions-SMG4',
      'Changing it would close every card and every open deal; it is never shown, and rotated by hand if it leaked.',
    );
    accepted(
      this.wayIn,
      'AwsSolutions-SMG4',
      'The content network reads it when the stack is deployed; a rotation between two deploys would lock everybody out.',
    );
  }
}
