import { Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** A finding of the AwsSolutions rules that we accept here, and why. */
export const accepted = (construct: IConstruct, rule: string, why: string): void =>
  Validations.of(construct).acknowledge({ id: rule, reason: why });
